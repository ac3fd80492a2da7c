import { afterEach, describe, expect, it, vi } from 'vitest';
import { Clock } from './clock.js';
import { TestClock } from '../testing/test-clock.js';

describe('Clock', () => {
  afterEach(() => void vi.useRealTimers());

  it('tells the present instant', () => {
    const before = Date.now();
    const now = new Clock().now().getTime();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  it('goes back by two seconds at most, and stands until the system has caught up', () => {
    vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] });
    const clock = new Clock();
    clock.now();
    vi.setSystemTime(998_500);
    expect([clock.now().getTime(), clock.isBehind()]).toEqual([998_500, false]);
    vi.setSystemTime(500_000);
    expect([clock.now().getTime(), clock.isBehind()]).toEqual([998_000, true]);
    vi.setSystemTime(999_000);
    expect([clock.now().getTime(), clock.isBehind()]).toEqual([999_000, false]);
  });

  it('measures lengths that never run backwards', () => {
    const clock = new Clock();
    const readings = Array.from({ length: 1000 }, () => clock.elapsed());
    expect(readings).toEqual([...readings].sort((a, b) => a - b));
  });
});

describe('TestClock', () => {
  it('stands still until it is moved', () => {
    const clock = new TestClock('2026-03-29T00:59:59.500Z');
    expect(clock.now().toISOString()).toBe('2026-03-29T00:59:59.500Z');
    clock.advance(1500);
    expect(clock.now().toISOString()).toBe('2026-03-29T01:00:01.000Z');
    expect(clock.elapsed()).toBe(1500);
  });

  it('jumps back on the wall while elapsed time goes on', () => {
    const clock = new TestClock('2026-03-02T09:00:00.000Z');
    clock.advance(1000);
    clock.set('2020-01-01T00:00:00.000Z');
    expect(clock.now().getUTCFullYear()).toBe(2020);
    expect(clock.elapsed()).toBe(1000);
  });

  it('hands out a fresh date each time', () => {
    const clock = new TestClock();
    clock.now().setUTCFullYear(1990);
    expect(clock.now().getUTCFullYear()).toBe(2026);
  });
});
