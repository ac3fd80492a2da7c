import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { EventStream } from './event-stream.js';

describe('the server’s end of a stream', () => {
  it('drops a reader who does not keep up, and keeps nothing for them', async () => {
    const stream = new EventStream();
    for (let said = 0; said < 1000; said += 1) stream.tell('1', { kind: 'messages' });
    await once(stream, 'close');
    expect(stream.readableLength).toBeLessThan(20_000);
  });

  it('keeps who reads, however much is said', async () => {
    const stream = new EventStream();
    let read = 0;
    stream.on('data', () => (read += 1));
    for (let said = 0; said < 1000; said += 1) {
      stream.tell('1', { kind: 'messages' });
      await setImmediate();
    }
    stream.finish();
    await once(stream, 'end');
    expect(read).toBe(1000);
  });

  it('says nothing more after its end', async () => {
    const stream = new EventStream();
    stream.resume();
    stream.finish();
    stream.beat('1');
    await once(stream, 'close');
    expect(stream.readableEnded).toBe(true);
  });

  it('ends at once for a reader who has stopped reading', async () => {
    const stream = new EventStream();
    stream.tell('1', { kind: 'messages' });
    stream.finish();
    await once(stream, 'close');
    expect(stream.readableEnded).toBe(false);
  });
});
