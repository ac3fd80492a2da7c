import type { SessionTimes } from '@cso/contract';
import { expect, test } from 'vitest';
import { settle, TestClock } from '../testing/session-server';
import { IdleTimer } from './idle-timer';

const MINUTE = 60_000;

const times = (minutes: number): SessionTimes => ({
  idleRemainingMs: minutes * MINUTE,
  absoluteRemainingMs: 8 * 60 * MINUTE,
  warnAtMs: 5 * MINUTE,
});

/** A page whose questions to the server are answered when the test says so. */
function openPage() {
  const clock = new TestClock();
  let answer: (about: SessionTimes) => void = () => undefined;
  const timer: IdleTimer = new IdleTimer({
    getStatus: () => new Promise((resolve) => (answer = resolve)),
    recordActivity: () => Promise.resolve(),
    clock,
    onChange: () => undefined,
    onExpired: () => undefined,
    tellOtherTabs: () => undefined,
  });
  const reply = (minutes: number) => {
    answer(times(minutes));
    return settle();
  };
  return { clock, timer, reply };
}

test('a slow answer gives no more time than the server does', async () => {
  const { clock, timer, reply } = openPage();
  timer.start();
  await clock.pass(4000);
  await reply(15);
  expect(timer.remainingMs).toBe(15 * MINUTE - 4000);
});

test('an answer about the session before changes nothing of the new one', async () => {
  const { clock, timer, reply } = openPage();
  timer.start(times(10));
  timer.noteOtherTab();
  await clock.pass(1000);
  timer.restart(times(15));
  await reply(10);
  expect(timer.remainingMs).toBe(15 * MINUTE);
});
