import { ApiError, NetworkError } from '@cso/client';
import type { DraftContent, DraftSaved } from '@cso/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftSaver } from './draft-saver';

const ID = '018f4b1e-7d0a-7c3e-9a55-6f0d2b1c5e01';
const savedAs = (revision: number): DraftSaved => ({
  id: ID,
  revision,
  savedAt: '2026-03-27T14:32:00.000Z',
});

/** A saver that was begun with nothing, and every save that it made. */
function begun() {
  const save = vi.fn(async (_content: DraftContent, revision: number, _isRetry: boolean) =>
    savedAs(revision + 1),
  );
  const saver = new DraftSaver({ save, onChange: () => undefined });
  saver.begin({});
  return { saver, save, bodies: () => save.mock.calls.map(([content]) => content.body) };
}

const failsWith = (error: Error) => () => Promise.reject(error);
const busy = (retryAfterMs: number | null) => new ApiError(503, 'UNAVAILABLE', {}, null, retryAfterMs);
const changed = new ApiError(409, 'DRAFT_CHANGED', {}, null, null);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('keeping what is typed', () => {
  it('saves within 2 seconds of the first key, though the typing goes on', async () => {
    const { saver, bodies } = begun();
    saver.note({ body: 'D' });
    await pass(1_000);
    saver.note({ body: 'De' });
    expect(saver.state).toBe('unsaved');
    await pass(1_000);
    expect(bodies()).toEqual(['De']);
    expect(saver.state).toBe('saved');
  });

  it('never has two saves at once, and the last text wins', async () => {
    const { saver, save, bodies } = begun();
    let answer: (saved: DraftSaved) => void = () => undefined;
    save.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    saver.note({ body: 'one' });
    await pass(2_000);
    saver.note({ body: 'two' });
    saver.note({ body: 'three' });
    await pass(10_000);
    expect(bodies()).toEqual(['one']);
    answer(savedAs(1));
    await pass(2_000);
    expect(bodies()).toEqual(['one', 'three']);
    expect(save.mock.calls[1]?.[1]).toBe(1);
  });

  it('saves nothing that is saved already', async () => {
    const { saver, save } = begun();
    saver.begin({ body: 'old' }, savedAs(4));
    saver.note({ body: 'old' });
    await pass(5_000);
    expect(save).not.toHaveBeenCalled();
    expect(saver.state).toBe('saved');
  });

  it('saves at once when the page is left, also what was typed meanwhile', async () => {
    const { saver, save, bodies } = begun();
    saver.note({ body: 'one' });
    save.mockImplementationOnce(async () => {
      saver.note({ body: 'two' });
      return savedAs(1);
    });
    await saver.flush();
    expect(bodies()).toEqual(['one', 'two']);
    expect(saver.isDirty).toBe(false);
  });
});

describe('when it cannot be saved', () => {
  it.each([
    [new NetworkError('offline'), 'offline', 5_000],
    [busy(null), 'retrying', 5_000],
    [busy(20_000), 'retrying', 20_000],
  ])('after %s it says so and tries again', async (error, state, waitMs) => {
    const { saver, save } = begun();
    save.mockImplementationOnce(failsWith(error));
    saver.note({ body: 'one' });
    await pass(1_500);
    expect(saver.state).toBe(state);
    await pass(waitMs - 1);
    saver.note({ body: 'two' });
    expect(saver.state).toBe(state);
    await pass(1);
    expect(save).toHaveBeenLastCalledWith({ body: 'two' }, 0, true);
    expect(saver.state).toBe('saved');
  });

  it('tries at once when asked', async () => {
    const { saver, save } = begun();
    save.mockImplementationOnce(failsWith(busy(60_000)));
    saver.note({ body: 'one' });
    await pass(1_500);
    await saver.flush();
    expect(saver.state).toBe('saved');
  });

  it('waits for a choice when the draft was changed elsewhere', async () => {
    const { saver, save } = begun();
    save.mockImplementationOnce(failsWith(changed));
    saver.note({ body: 'mine' });
    await pass(1_500);
    saver.note({ body: 'mine, longer' });
    await pass(60_000);
    expect(saver.state).toBe('clash');
    expect(save).toHaveBeenCalledTimes(1);
    await saver.replace(7);
    expect(save).toHaveBeenLastCalledWith({ body: 'mine, longer' }, 7, false);
  });

  it.each([
    ['DRAFT_FROZEN', 409, 'frozen'],
    ['ACCESS_ENDED', 403, 'frozen'],
    ['NOT_FOUND', 404, 'refused'],
  ] as const)('after %s it does not try again by itself', async (code, status, state) => {
    const { saver, save } = begun();
    save.mockImplementationOnce(failsWith(new ApiError(status, code, {}, null, null)));
    saver.note({ body: 'one' });
    await pass(60_000);
    expect(saver.state).toBe(state);
    expect(save).toHaveBeenCalledTimes(1);
  });
});

describe('while the text is being sent', () => {
  it('saves no more, and a save on its way is waited for', async () => {
    const { saver, save } = begun();
    let answer: (saved: DraftSaved) => void = () => undefined;
    save.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    saver.note({ body: 'one' });
    await pass(1_500);
    let isStopped = false;
    const stopping = saver.stop().then(() => (isStopped = true));
    await pass(0);
    expect(isStopped).toBe(false);
    answer(savedAs(1));
    await stopping;
    saver.note({ body: 'two' });
    await pass(60_000);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('goes on when the sending failed', async () => {
    const { saver, bodies } = begun();
    saver.note({ body: 'one' });
    await saver.stop();
    saver.resume();
    await pass(1_500);
    expect(bodies()).toEqual(['one']);
  });
});
