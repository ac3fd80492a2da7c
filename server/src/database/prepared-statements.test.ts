import { beforeAll, beforeEach, expect, it } from 'vitest';
import { Folder, Letter, letter, letterDatabase } from '../testing/letters.js';
import { describeOnEachDatabase, type TestDatabase } from '../testing/test-database.js';
import { isUniqueViolation } from './errors.js';
import { inList } from './prepared-statements.js';
import { outer } from './entity-rows.js';

describeOnEachDatabase('prepared statements', (open) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await open(letterDatabase);
  });
  beforeEach(async () => {
    await test.clear();
    await test.database.run((manager) => manager.insert(Folder, { id: 'f1' }));
  });

  const write = (id: string, values: Partial<Letter> = {}) =>
    test.database.run((manager) => manager.insert(Letter, { ...letter(id), ...values }));
  const full: Partial<Letter> = {
    title: 'Zoë’s visit',
    body: 'Long '.repeat(2000),
    attempts: 3,
    isRead: true,
    postedAt: new Date('2026-03-29T01:30:00.123Z'),
    stamps: { colours: ['red'], worth: 2 },
    state: 'sent',
    seal: Buffer.from([0, 255, 128]),
    folderId: 'f1',
  };
  const find = (id: string) =>
    test.database.select({ letter: Letter }, 'FROM letters letter WHERE id = ?', [id]);

  it('read every kind of column as TypeORM does, filled and empty', async () => {
    await write('a', full);
    await write('b');
    for (const id of ['a', 'b']) {
      const entity = await test.database.run((manager) => manager.findOneByOrFail(Letter, { id }));
      expect(await find(id)).toEqual([{ letter: { ...entity } }]);
    }
  });

  it('take a value of every kind', async () => {
    await write('a', full);
    const { attempts, isRead, postedAt, seal, title } = full;
    const matched = await test.database.change(
      'UPDATE letters SET folderId = ? WHERE attempts = ? AND isRead = ? AND postedAt = ? AND seal = ? AND title = ?',
      [null, attempts, isRead, postedAt, seal, title],
    );
    expect(matched).toBe(1);
    expect((await find('a'))[0]!.letter.folderId).toBeNull();
  });

  it('count rows that matched, also when their values were the new ones already', async () => {
    await write('a');
    const change = () => test.database.change('UPDATE letters SET attempts = 7 WHERE id = ?', ['a']);
    expect([await change(), await change()]).toEqual([1, 1]);
    expect(await test.database.change('UPDATE letters SET attempts = 7 WHERE id = ?', ['b'])).toBe(0);
  });

  it('join entities, and give null for one that an outer join did not find', async () => {
    await write('a', full);
    await write('b');
    const rows = await test.database.select(
      { letter: Letter, folder: outer(Folder) },
      'FROM letters letter LEFT JOIN folders folder ON folder.id = letter.folderId ORDER BY letter.id',
      [],
    );
    expect(rows.map(({ letter: { id }, folder }) => [id, folder])).toEqual([
      ['a', { id: 'f1' }],
      ['b', null],
    ]);
  });

  it('belong to the transaction around them, and vanish with it', async () => {
    await write('a');
    const failing = test.database.transaction(async () => {
      await test.database.change('UPDATE letters SET attempts = 9 WHERE id = ?', ['a']);
      expect((await find('a'))[0]!.letter.attempts).toBe(9);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect((await find('a'))[0]!.letter.attempts).toBe(0);
  });

  it('fail as TypeORM’s do', async () => {
    await write('a');
    const again = test.database.change('INSERT INTO folders (id) VALUES (?)', ['f1']);
    expect(isUniqueViolation(await again.catch((error: unknown) => error))).toBe(true);
    await expect(test.database.selectRows('SELECT nothing FROM nowhere', [])).rejects.toThrow();
  });

  it('know the rows of a table that a migration has changed since', async () => {
    await write('a');
    await find('a');
    await test.database.query('ALTER TABLE letters ADD COLUMN extra INT NULL');
    expect(await find('a')).toHaveLength(1);
    await test.database.query('ALTER TABLE letters DROP COLUMN extra');
  });
});

it('share one statement between lists of similar length', () => {
  expect(inList(['a'])).toEqual({ places: '(?)', values: ['a'] });
  expect(inList(['a', 'b', 'c'])).toEqual({ places: '(?, ?, ?, ?)', values: ['a', 'b', 'c', 'c'] });
  expect(() => inList([])).toThrow();
});
