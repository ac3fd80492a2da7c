import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { navigationGuard } from './navigation-guard';

const openExternal = vi.fn(async () => undefined);
let contents: EventEmitter & { setWindowOpenHandler: ReturnType<typeof vi.fn> };

beforeEach(() => {
  const app = new EventEmitter();
  contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn() });
  navigationGuard({ app: app as never, openExternal }).enable();
  app.emit('web-contents-created', {}, contents as unknown as WebContents);
});

function isPrevented(name: string, url: string) {
  const preventDefault = vi.fn();
  contents.emit(name, { url, preventDefault });
  return preventDefault.mock.calls.length > 0;
}

describe('the navigation guard', () => {
  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('keeps %s on app://bundle', (name) => {
    expect(isPrevented(name, 'app://bundle/threads')).toBe(false);
    for (const url of [
      'https://evil.example/',
      'file:///etc/passwd',
      'app://bundle.evil/',
      'data:text/html,x',
      '',
    ]) {
      expect(isPrevented(name, url)).toBe(true);
    }
  });

  it('opens no window, and offers the link to the system browser', () => {
    const [decide] = contents.setWindowOpenHandler.mock.calls[0]!;
    expect(decide({ url: 'https://cso.example.org/guide' })).toEqual({ action: 'deny' });
    expect(openExternal).toHaveBeenCalledWith('https://cso.example.org/guide');
  });

  it('attaches no embedded browser', () => {
    expect(isPrevented('will-attach-webview', '')).toBe(true);
  });
});
