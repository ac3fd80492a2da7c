import { beforeEach, expect, it } from 'vitest';
import { buildDataSource } from '../database/data-source.js';
import { Database } from '../database/database.js';
import { RepeatedJobs } from '../clock/repeated-jobs.js';
import { Log } from '../log/log.js';
import { TestClock } from '../testing/test-clock.js';
import { describeOnEachDatabase, type TestDatabase } from '../testing/test-database.js';
import { testKeys } from '../testing/test-keys.js';
import { LimitTimes } from './limit.entity.js';
import { LimitsCleaning } from './limits-cleaning.js';
import { Limits } from './limits.js';
import { LimitsRepository } from './limits.repository.js';

const rule = { count: 5, perMs: 60_000 };
const keys = testKeys();

describeOnEachDatabase('limits', (open, engine) => {
  let test: TestDatabase;
  let clock: TestClock;
  let limits: Limits;
  beforeEach(async () => {
    test ??= await open({ entities: [LimitTimes] });
    await test.clear();
    clock = new TestClock();
    limits = limitsOn(test.database);
  });

  const limitsOn = (database: Database) => new Limits(new LimitsRepository(database), clock, keys);
  const times = (count: number, take: (index: number) => Promise<{ isAllowed: boolean }>) =>
    Promise.all(Array.from({ length: count }, (_, index) => take(index))).then(
      (verdicts) => verdicts.filter(({ isAllowed }) => isAllowed).length,
    );

  it('lets exactly 5 of 200 parallel tries through', async () => {
    expect(await times(200, () => limits.take('guess', 'account-1', rule))).toBe(5);
    expect(await times(200, () => limits.take('guess', 'account-1', rule))).toBe(0);
  });

  it('lets exactly 5 of 200 through when a window has just ended', async () => {
    await times(5, () => limits.take('guess', 'account-1', rule));
    clock.advance(rule.perMs);
    expect(await times(200, () => limits.take('guess', 'account-1', rule))).toBe(5);
  });

  it('gives one back that did not count, and never more than were taken', async () => {
    await times(5, () => limits.take('guess', 'account-1', rule));
    await limits.giveBack('guess', 'account-1', rule);
    expect(await times(3, () => limits.take('guess', 'account-1', rule))).toBe(1);
    for (let time = 0; time < 9; time += 1) await limits.giveBack('guess', 'account-1', rule);
    expect(await times(9, () => limits.take('guess', 'account-1', rule))).toBe(5);
  });

  it('rules 5, 29 a day: holds for every interval, not only for those that begin with the first', async () => {
    await limits.take('guess', 'account-1', rule);
    clock.advance(59_000);
    expect(await times(9, () => limits.take('guess', 'account-1', rule))).toBe(4);
    clock.advance(1000);
    expect(await times(9, () => limits.take('guess', 'account-1', rule))).toBe(1);
    clock.advance(58_999);
    expect(await times(9, () => limits.take('guess', 'account-1', rule))).toBe(0);
    clock.advance(1);
    expect(await times(9, () => limits.take('guess', 'account-1', rule))).toBe(4);
  });

  it('what is given back never makes the others look older than they are', async () => {
    await limits.take('guess', 'account-1', rule);
    clock.advance(30_000);
    await times(4, () => limits.take('guess', 'account-1', rule));
    await limits.giveBack('guess', 'account-1', rule);
    await limits.take('guess', 'account-1', rule);
    clock.advance(30_000);
    expect(await times(9, () => limits.take('guess', 'account-1', rule))).toBe(0);
  });

  it('looks without counting', async () => {
    await times(4, () => limits.take('guess', 'account-1', rule));
    for (let look = 0; look < 3; look += 1) {
      expect(await limits.check('guess', 'account-1', rule)).toEqual({ isAllowed: true });
    }
    await limits.take('guess', 'account-1', rule);
    expect(await limits.check('guess', 'account-1', rule)).toEqual({
      isAllowed: false,
      retryAfterMs: 60_000,
    });
  });

  it('are forgotten when they count no longer, and not before', async () => {
    const cleaning = new LimitsCleaning(
      new LimitsRepository(test.database),
      clock,
      new RepeatedJobs(new Log(clock, () => undefined)),
    );
    const rows = () => test.database.run((manager) => manager.count(LimitTimes));
    await limits.take('guess', 'account-1', rule);
    clock.advance(rule.perMs - 1);
    await cleaning.clean();
    expect(await rows()).toBe(1);
    clock.advance(1);
    await cleaning.clean();
    expect(await rows()).toBe(0);
  });

  // An SQLite file has one process.
  if (engine === 'mariadb') {
    it('holds over two processes and a restart', async () => {
      const dataSource = await buildDataSource({
        databaseUrl: test.url,
        entities: [LimitTimes],
        migrations: [],
      });
      const others = [limits, limitsOn(new Database(dataSource))];
      try {
        expect(await times(200, (index) => others[index % 2]!.take('guess', 'account-1', rule))).toBe(5);
        expect(await limitsOn(new Database(dataSource)).left('guess', 'account-1', rule)).toBe(0);
      } finally {
        await dataSource.destroy();
      }
    });
  }

  it('says how long to wait, and allows again when the window is over', async () => {
    await times(5, () => limits.take('guess', 'account-1', rule));
    clock.advance(20_000);
    expect(await limits.take('guess', 'account-1', rule)).toEqual({
      isAllowed: false,
      retryAfterMs: 40_000,
    });
    clock.advance(39_999);
    expect(await limits.take('guess', 'account-1', rule)).toEqual({ isAllowed: false, retryAfterMs: 1000 });
    clock.advance(1);
    expect(await limits.take('guess', 'account-1', rule)).toEqual({ isAllowed: true });
    expect(await limits.left('guess', 'account-1', rule)).toBe(4);
  });

  it('gives nothing back when the clock jumps back', async () => {
    await times(5, () => limits.take('guess', 'account-1', rule));
    clock.set('2026-03-02T08:00:00.000Z');
    expect(await limits.take('guess', 'account-1', rule)).toMatchObject({ isAllowed: false });
  });

  it('counts what is left without taking any', async () => {
    expect(await limits.left('guess', 'account-1', rule)).toBe(5);
    await limits.take('guess', 'account-1', rule);
    expect(await limits.left('guess', 'account-1', rule)).toBe(4);
    expect(await limits.left('guess', 'account-1', rule)).toBe(4);
    clock.advance(rule.perMs);
    expect(await limits.left('guess', 'account-1', rule)).toBe(5);
  });

  it('counts each subject and each name apart', async () => {
    await times(5, () => limits.take('guess', 'account-1', rule));
    expect(await limits.take('guess', 'account-2', rule)).toEqual({ isAllowed: true });
    expect(await limits.take('send', 'account-1', rule)).toEqual({ isAllowed: true });
  });

  it('refuses with the code and the time to wait', async () => {
    await times(5, () => limits.take('send', '+447700900123', rule));
    await expect(limits.require('send', '+447700900123', rule, 'TOO_MANY_SENDS')).rejects.toMatchObject({
      kind: 'too-many',
      code: 'TOO_MANY_SENDS',
      details: { retryAfterMs: 60_000 },
    });
  });

  it('forgets the count when a worker clears it', async () => {
    await times(5, () => limits.take('guess', 'account-1', rule));
    await limits.clear('guess', 'account-1');
    expect(await limits.take('guess', 'account-1', rule)).toEqual({ isAllowed: true });
  });

  it('stores no subject, nor a hash that trying every number would open', async () => {
    await limits.take('send', '+447700900123', rule);
    const stored = await test.database.run((manager) => manager.find(LimitTimes));
    expect(JSON.stringify(stored)).not.toContain('7700900123');

    const elsewhere = new Limits(new LimitsRepository(test.database), clock, testKeys());
    expect(await elsewhere.left('send', '+447700900123', rule)).toBe(5);
  });
});
