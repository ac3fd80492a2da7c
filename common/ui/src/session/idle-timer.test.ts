import { describe, expect, test } from 'vitest';
import { settle, TestClock, TestServer } from '../testing/session-server';
import { announcedSeconds, IdleTimer, type IdleView } from './idle-timer';

const MINUTE = 60_000;
const IDLE_MS = 15 * MINUTE;

async function openPage(prepare: (server: TestServer) => void = () => undefined) {
  const clock = new TestClock();
  const server = new TestServer(clock);
  prepare(server);
  const seen: IdleView[] = [];
  const news = { expired: 0, warnings: 0, told: 0 };
  const timer: IdleTimer = new IdleTimer({
    ...server,
    clock,
    onChange: () => void (seen.at(-1) === timer.view || seen.push(timer.view)),
    onExpired: () => (news.expired += 1),
    onWarning: () => (news.warnings += 1),
    tellOtherTabs: () => (news.told += 1),
  });
  timer.start();
  await settle();
  return { clock, server, timer, seen, news };
}

describe('the 15-minute time-out', () => {
  test('shows nothing until the server has said that the session lives', async () => {
    const { timer } = await openPage((server) => (server.isReachable = false));
    expect(timer.view).toBe('checking');
  });

  test('does nothing more once it is stopped, whatever answer still comes', async () => {
    const { server, timer, seen, news } = await openPage();
    timer.noteActivity();
    server.isRevoked = true;
    timer.wake();
    const shown = [...seen];
    timer.stop();
    await settle();
    expect(news).toEqual({ expired: 0, warnings: 0, told: 0 });
    expect(seen).toEqual(shown);
  });

  test('warns at 10 minutes and ends at 15', async () => {
    const { clock, timer, news } = await openPage();
    await clock.pass(10 * MINUTE - 1000);
    expect(timer.view).toBe('content');
    await clock.pass(2000);
    expect(timer.view).toBe('warning');
    expect(news.warnings).toBe(1);
    expect(Math.round(timer.remainingMs / 1000)).toBe(299);
    await clock.pass(5 * MINUTE - 3000);
    expect(timer.view).toBe('warning');
    await clock.pass(2000);
    expect(timer.view).toBe('expired');
    expect(news.expired).toBe(1);
  });

  test('ends at 15 minutes even when the server does not answer', async () => {
    const { clock, server, timer } = await openPage();
    server.isReachable = false;
    await clock.pass(IDLE_MS - 1000);
    expect(timer.view).not.toBe('expired');
    await clock.pass(1000);
    expect(timer.view).toBe('expired');
  });

  test('ends at once when the server says that the session is over', async () => {
    const { clock, server, timer } = await openPage();
    server.isRevoked = true;
    await clock.pass(MINUTE);
    expect(timer.view).toBe('expired');
  });

  test('asking how long is left does not extend the session', async () => {
    const { clock, server } = await openPage();
    await clock.pass(9 * MINUTE);
    expect(server.questions).toBeGreaterThan(5);
    expect(server.lastActivity).toBe(0);
  });
});

describe('activity', () => {
  test('is told at most every 15 seconds', async () => {
    const { clock, server, timer } = await openPage();
    for (let second = 0; second < 60; second += 1) {
      timer.noteActivity();
      await clock.pass(1000);
    }
    expect(server.activities).toEqual([0, 15_000, 30_000, 45_000]);
  });

  test('closes the warning at once, tells the server and starts anew', async () => {
    const { clock, server, timer } = await openPage();
    await clock.pass(12 * MINUTE);
    timer.noteActivity();
    expect(timer.view).toBe('content');
    await settle();
    expect(server.activities).toEqual([12 * MINUTE]);
    await clock.pass(9 * MINUTE);
    expect(timer.view).toBe('content');
    await clock.pass(2 * MINUTE);
    expect(timer.view).toBe('warning');
  });

  test('that the server refuses ends the session', async () => {
    const { clock, server, timer } = await openPage();
    await clock.pass(12 * MINUTE);
    server.isRevoked = true;
    timer.noteActivity();
    await settle();
    expect(timer.view).toBe('expired');
  });

  test('that does not reach the server brings the warning back', async () => {
    const { clock, server, timer } = await openPage();
    await clock.pass(12 * MINUTE);
    server.isActivityLost = true;
    timer.noteActivity();
    await clock.pass(2000);
    expect(timer.view).toBe('warning');
  });

  test('counts for nothing once the session is over', async () => {
    const { clock, server, timer } = await openPage();
    await clock.pass(IDLE_MS);
    timer.noteActivity();
    await settle();
    expect(server.activities).toEqual([]);
    expect(timer.view).toBe('expired');
  });
});

describe('other tabs', () => {
  test('are told of activity and of the end', async () => {
    const { clock, timer, news } = await openPage();
    timer.noteActivity();
    await settle();
    expect(news.told).toBe(1);
    await clock.pass(IDLE_MS);
    expect(news.told).toBe(2);
  });

  test('are not believed: the server is asked', async () => {
    const { clock, server, timer } = await openPage();
    await clock.pass(12 * MINUTE);
    timer.noteOtherTab();
    await settle();
    expect(timer.view).toBe('warning');
    server.lastActivity = clock.time;
    timer.noteOtherTab();
    await settle();
    expect(timer.view).toBe('content');
  });

  test('whose activity was missed are found by the look before the end', async () => {
    const { clock, server, timer } = await openPage();
    await clock.pass(IDLE_MS - 4000);
    server.lastActivity = clock.time;
    await clock.pass(5000);
    expect(timer.view).toBe('content');
  });
});

describe('after sleep', () => {
  test('nothing is shown until the server has answered', async () => {
    const { clock, server, timer, seen } = await openPage();
    server.lastActivity = -60 * MINUTE;
    timer.wake();
    expect(timer.view).toBe('checking');
    await settle();
    expect(timer.view).toBe('expired');
    expect(seen).toEqual(['content', 'checking', 'expired']);
    await clock.pass(MINUTE);
  });

  test('that no event told of, the jump of the wall clock does', async () => {
    const { clock, server, timer, seen } = await openPage();
    clock.sleep(20 * MINUTE);
    server.isRevoked = true;
    await clock.pass(1000);
    expect(timer.view).toBe('expired');
    expect(seen).toEqual(['content', 'checking', 'expired']);
  });

  test('with a living session the page comes back', async () => {
    const { timer } = await openPage();
    timer.wake();
    await settle();
    expect(timer.view).toBe('content');
  });

  test('without a network it stays hidden, and asks again', async () => {
    const { clock, server, timer } = await openPage();
    server.isReachable = false;
    timer.wake();
    await clock.pass(10_000);
    expect(timer.view).toBe('checking');
    server.isReachable = true;
    await clock.pass(10_000);
    expect(timer.view).toBe('content');
  });
});

describe('the end of 8 hours', () => {
  test('is warned of once and cannot be put off', async () => {
    const { clock, server, timer } = await openPage((s) => (s.signedInAt = -(8 * 60 * MINUTE) + 6 * MINUTE));
    await clock.pass(2 * MINUTE);
    expect(timer.view).toBe('warning');
    expect(timer.isAtLimit).toBe(true);
    timer.noteActivity();
    await clock.pass(MINUTE);
    expect(server.activities).toHaveLength(1);
    expect(timer.view).toBe('content');
    await clock.pass(3 * MINUTE);
    expect(timer.view).toBe('expired');
  });
});

test.each([
  [300, 300],
  [299, 300],
  [240, 240],
  [61, 120],
  [60, 60],
  [46, 60],
  [45, 45],
  [1, 15],
])('with %i seconds left, %i were last said', (left, said) => {
  expect(announcedSeconds(left)).toBe(said);
});
