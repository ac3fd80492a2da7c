import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Log } from '../log/log.js';
import { TestClock } from '../testing/test-clock.js';
import { RepeatedJobs } from './repeated-jobs.js';

let lines: string[];
let jobs: RepeatedJobs;
beforeEach(() => {
  vi.useFakeTimers();
  lines = [];
  jobs = new RepeatedJobs(new Log(new TestClock(), (line) => void lines.push(line)));
});
afterEach(() => vi.useRealTimers());

it('runs each job at its own pace, from the start of the server to its end', async () => {
  const [often, seldom] = [vi.fn(async () => undefined), vi.fn(async () => undefined)];
  jobs.add('often', 1000, often);
  jobs.add('seldom', 3000, seldom);
  await vi.advanceTimersByTimeAsync(3000);
  expect(often).not.toHaveBeenCalled();
  jobs.onApplicationBootstrap();
  await vi.advanceTimersByTimeAsync(3000);
  await jobs.beforeApplicationShutdown();
  await vi.advanceTimersByTimeAsync(3000);
  expect(often).toHaveBeenCalledTimes(3);
  expect(seldom).toHaveBeenCalledTimes(1);
});

it('logs a run that failed, and runs again', async () => {
  const run = vi.fn(async () => undefined).mockRejectedValueOnce(new Error('Marigold'));
  jobs.add('limits.clean', 1000, run);
  jobs.onApplicationBootstrap();
  await vi.advanceTimersByTimeAsync(2000);
  expect(run).toHaveBeenCalledTimes(2);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('"event":"limits.clean-failed"');
  expect(lines[0]).not.toContain('Marigold');
});

it('begins no second run beside one that is under way, and waits for it at the end', async () => {
  let finish: () => void = () => undefined;
  const run = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  jobs.add('slow', 1000, run);
  jobs.onApplicationBootstrap();
  await vi.advanceTimersByTimeAsync(3000);
  expect(run).toHaveBeenCalledTimes(1);
  const stopped = vi.fn();
  const stopping = jobs.beforeApplicationShutdown().then(stopped);
  await vi.advanceTimersByTimeAsync(0);
  expect(stopped).not.toHaveBeenCalled();
  finish();
  await stopping;
});
