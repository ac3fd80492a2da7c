import { beforeAll, beforeEach, expect, it } from 'vitest';
import { Letter, letter, letterDatabase } from '../testing/letters.js';
import { describeOnEachDatabase, type TestDatabase } from '../testing/test-database.js';
import { increment } from './changes.js';

describeOnEachDatabase('two transactions that take rows in opposite order', (open) => {
  let test: TestDatabase;
  let attempts: number;

  beforeAll(async () => {
    test = await open(letterDatabase);
  });
  beforeEach(async () => {
    attempts = 0;
    await test.clear();
    await test.database.run((manager) => manager.insert(Letter, [letter('a'), letter('b')]));
  });

  const addTo = (id: string) =>
    test.database.run((manager) => manager.update(Letter, { id }, { attempts: increment('attempts') }));

  /** Both take their first row before either goes for its second; the first attempts deadlock on MariaDB. */
  function crossing(second: (id: string) => Promise<unknown> = addTo) {
    const arrivals = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    return (side: 0 | 1, effects: string[]) =>
      test.database.transaction(async () => {
        attempts += 1;
        test.database.afterCommit(() => void effects.push(`side ${side}`));
        await addTo(side === 0 ? 'a' : 'b');
        arrivals[side]!.resolve();
        if (test.engine === 'mariadb') await arrivals[1 - side]!.promise;
        await second(side === 0 ? 'b' : 'a');
      });
  }

  it('both succeed exactly once', async () => {
    const effects: string[] = [];
    const cross = crossing();
    await Promise.all([cross(0, effects), cross(1, effects)]);
    const letters = await test.database.run((manager) => manager.find(Letter));
    expect(letters.map((row) => row.attempts)).toEqual([2, 2]);
    expect(effects.sort()).toEqual(['side 0', 'side 1']);
    expect(attempts).toBe(test.engine === 'mariadb' ? 3 : 2);
  });

  it('repeat the work even when it swallowed the deadlock, and write nothing in between', async () => {
    const cross = crossing(async (id) => {
      await addTo(id).catch(() => undefined);
      await addTo('c').catch(() => undefined);
    });
    await test.database.run((manager) => manager.insert(Letter, letter('c')));
    await Promise.all([cross(0, []), cross(1, [])]);
    const letters = await test.database.run((manager) => manager.find(Letter, { order: { id: 'ASC' } }));
    expect(letters.map((row) => row.attempts)).toEqual([2, 2, 2]);
  });
});
