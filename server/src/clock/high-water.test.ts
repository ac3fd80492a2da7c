import { beforeAll, beforeEach, expect, it } from 'vitest';
import { Log } from '../log/log.js';
import { describeOnEachDatabase, type TestDatabase } from '../testing/test-database.js';
import { ClockMark } from './clock-mark.entity.js';
import { Clock } from './clock.js';
import { HighWater } from './high-water.js';
import { MINUTE_MS, SECOND_MS } from './lengths.js';

/** A real clock over a system clock that somebody sets. */
class SettableClock extends Clock {
  constructor(public systemAt: number) {
    super();
  }

  protected override system(): number {
    return this.systemAt;
  }
}

const START = Date.parse('2026-03-02T09:00:00.000Z');

describeOnEachDatabase('the high water of the clock', (open) => {
  let test: TestDatabase;
  const lines: string[] = [];
  beforeAll(async () => {
    test = await open({ entities: [ClockMark] });
  });
  beforeEach(async () => {
    await test.clear();
    lines.length = 0;
  });

  /** One process of the server, started at that time of its system. */
  async function start(systemAt: number) {
    const clock = new SettableClock(systemAt);
    const highWater = new HighWater(test.database, clock, new Log(clock, (line) => void lines.push(line)));
    await highWater.exchange();
    return { clock, highWater };
  }

  it('revives nothing after a clock that went 20 minutes ahead and back with no request between', async () => {
    const { clock, highWater } = await start(START);
    const expiresAt = new Date(START + 10 * MINUTE_MS);
    clock.systemAt += 20 * MINUTE_MS;
    await highWater.exchange();
    clock.systemAt -= 20 * MINUTE_MS;
    expect(clock.now() > expiresAt).toBe(true);
  });

  it('holds through a restart, and in another process', async () => {
    await start(START + 20 * MINUTE_MS);
    const { clock } = await start(START);
    expect(clock.now()).toEqual(new Date(START + 20 * MINUTE_MS - 2 * SECOND_MS));

    const other = await start(START + 30 * MINUTE_MS);
    expect(other.clock.now()).toEqual(new Date(START + 30 * MINUTE_MS));
  });

  it('is not taken back by a process that runs behind', async () => {
    await start(START + 20 * MINUTE_MS);
    const { highWater } = await start(START);
    await highWater.exchange();
    const kept = await test.database.run((manager) => manager.find(ClockMark));
    expect(kept).toEqual([{ id: 'latest', at: new Date(START + 20 * MINUTE_MS) }]);
  });

  it('warns once when the system is behind, and again the next time', async () => {
    await start(START + 20 * MINUTE_MS);
    const { clock, highWater } = await start(START);
    await highWater.exchange();
    const warnings = () => lines.filter((line) => line.includes('clock.behind'));
    expect(warnings()).toHaveLength(1);

    clock.systemAt = START + 21 * MINUTE_MS;
    await highWater.exchange();
    clock.systemAt = START;
    await highWater.exchange();
    expect(warnings()).toHaveLength(2);
  });
});
