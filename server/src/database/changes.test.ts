import { IsNull, LessThan } from 'typeorm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Letter, letter, letterDatabase } from '../testing/letters.js';
import { describeOnEachDatabase, type TestDatabase } from '../testing/test-database.js';
import { changeIf, changeWhere, increment, insertOnce } from './changes.js';
import { Database } from './database.js';
import { buildDataSource } from './data-source.js';
import { isUniqueViolation } from './errors.js';

describeOnEachDatabase('guarded changes', (open, engine) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await open(letterDatabase);
  });
  beforeEach(async () => {
    await test.clear();
    await test.database.run((manager) => manager.insert(Letter, letter('l1')));
  });

  const read = () => test.database.run((manager) => manager.findOneByOrFail(Letter, { id: 'l1' }));
  const guess = (database: Database) =>
    database.run((manager) =>
      changeIf(manager, Letter, {
        where: { id: 'l1', attempts: LessThan(5), postedAt: IsNull() },
        set: { attempts: increment('attempts') },
      }),
    );

  it('let exactly 5 of 200 parallel guesses through', async () => {
    const passed = await Promise.all(Array.from({ length: 200 }, () => guess(test.database)));
    expect(passed.filter(Boolean)).toHaveLength(5);
    expect((await read()).attempts).toBe(5);
  });

  if (engine === 'mariadb') {
    it('let exactly 5 through over two server processes', async () => {
      const second = await buildDataSource({ databaseUrl: test.url, ...letterDatabase });
      const databases = [test.database, new Database(second)];
      const passed = await Promise.all(
        Array.from({ length: 200 }, (_, index) => guess(databases[index % 2]!)),
      );
      await second.destroy();
      expect(passed.filter(Boolean)).toHaveLength(5);
    });
  }

  it('let one of 50 consume a row', async () => {
    const consume = () =>
      test.database.transaction((manager) =>
        changeIf(manager, Letter, { where: { id: 'l1', postedAt: IsNull() }, set: { postedAt: new Date() } }),
      );
    const passed = await Promise.all(Array.from({ length: 50 }, consume));
    expect(passed.filter(Boolean)).toHaveLength(1);
  });

  it('count a row that matched though its values stay the same', async () => {
    const same = { where: { id: 'l1' }, set: { attempts: 0 } };
    expect(await test.database.run((manager) => changeIf(manager, Letter, same))).toBe(true);
  });

  it('say no when the row is elsewhere', async () => {
    const change = { where: { id: 'l1', state: 'sent' as const }, set: { attempts: 9 } };
    expect(await test.database.run((manager) => changeIf(manager, Letter, change))).toBe(false);
    expect((await read()).attempts).toBe(0);
  });

  it('count several rows', async () => {
    await test.database.run((manager) => manager.insert(Letter, letter('l2')));
    const change = { where: { state: 'draft' as const }, set: { isRead: true, seal: Buffer.from('x') } };
    expect(await test.database.run((manager) => changeWhere(manager, Letter, change))).toBe(2);
    expect(await read()).toMatchObject({ isRead: true, seal: Buffer.from('x') });
  });

  it.each([
    ['undefined', { id: 'l1', address: undefined }],
    ['null', { id: 'l1', address: null as unknown as string }],
    ['absent', {}],
  ])('refuse a condition that is %s', async (_kind, where) => {
    const change = { where, set: { attempts: 9 } };
    await expect(test.database.run((manager) => changeIf(manager, Letter, change))).rejects.toThrow(
      'needs a value',
    );
    expect((await read()).attempts).toBe(0);
  });

  describe('insertOnce', () => {
    const insertAs = (id: string, address: string) =>
      test.database.run((manager) => insertOnce(manager, Letter, letter(id, { address })));

    it('inserts a new row', async () => {
      expect(await insertAs('l2', 'new@example.org')).toBe(true);
    });

    it('leaves a row with the same primary or unique key alone', async () => {
      expect(await insertAs('l1', 'new@example.org')).toBe(false);
      expect(await insertAs('l2', 'l1@example.org')).toBe(false);
      expect((await read()).address).toBe('l1@example.org');
    });

    it('lets one of 20 parallel inserts through', async () => {
      const inserts = Array.from({ length: 20 }, (_, index) => insertAs(`n${index}`, 'one@example.org'));
      expect((await Promise.all(inserts)).filter(Boolean)).toHaveLength(1);
    });

    it('leaves the transaction around it usable', async () => {
      await test.database.transaction(async (manager) => {
        expect(await insertOnce(manager, Letter, letter('l1'))).toBe(false);
        expect(await insertOnce(manager, Letter, letter('l3'))).toBe(true);
      });
      expect(await test.database.run((manager) => manager.countBy(Letter, { id: 'l3' }))).toBe(1);
    });

    it('does not take another failure for a duplicate', async () => {
      const orphan = letter('l2', { folderId: 'nowhere' });
      const inserting = test.database.run((manager) => insertOnce(manager, Letter, orphan));
      await expect(inserting).rejects.toThrow(/foreign key/i);
      expect(isUniqueViolation(await inserting.catch((error: unknown) => error))).toBe(false);
    });
  });
});

describe('increment', () => {
  it('takes a column name and a whole number, nothing else', () => {
    expect(increment('attempts', 2)()).toBe('attempts + 2');
    expect(() => increment('attempts = 0 --')).toThrow();
    expect(() => increment('attempts', 0.5)).toThrow();
  });
});
