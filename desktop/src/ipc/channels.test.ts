import { describe, expect, it } from 'vitest';
import { channels } from './channels';

describe('the channel table', () => {
  it('names each call after its capability and method', () => {
    for (const [capability, methods] of Object.entries(channels)) {
      for (const [method, channel] of Object.entries(methods)) {
        const name =
          channel.kind === 'call' ? method : method.replace(/^on(.)/, (_on, first) => first.toLowerCase());
        expect(channel.name).toBe(`${capability}.${name}`);
      }
    }
  });

  it('offers no way to send to a channel of the page’s choice', () => {
    expect(Object.keys(channels)).toEqual(['connection', 'files', 'links', 'notices', 'app']);
  });
});
