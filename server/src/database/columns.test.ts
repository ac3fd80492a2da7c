import { beforeAll, expect, it } from 'vitest';
import { Folder, Letter, letter, letterDatabase } from '../testing/letters.js';
import { schemaDrift } from '../testing/schema-drift.js';
import { describeOnEachDatabase, type TestDatabase } from '../testing/test-database.js';

describeOnEachDatabase('columns', (open, engine) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await open(letterDatabase);
  });

  async function storeAndRead(changes: Partial<Letter>): Promise<Letter> {
    await test.clear();
    await test.database.run((manager) => manager.insert(Letter, letter('l1', changes)));
    return test.database.run((manager) => manager.findOneByOrFail(Letter, { id: 'l1' }));
  }

  it('agree between entities and migrations', async () => {
    expect(await schemaDrift(test.dataSource)).toEqual([]);
  });

  it('show a drift when there is one', async () => {
    const strayed = await open(letterDatabase);
    await strayed.database.query(
      'DROP INDEX ix_letters_state_posted' + (engine === 'mariadb' ? ' ON letters' : ''),
    );
    expect(await schemaDrift(strayed.dataSource)).toHaveLength(1);
  });

  it('give back what was stored', async () => {
    const full: Partial<Letter> = {
      title: 'émoji 😀',
      body: 'x'.repeat(200_000),
      attempts: 2_147_483_647,
      isRead: true,
      postedAt: new Date('2026-03-29T01:30:00.089Z'),
      stamps: { colours: ['red', 'blue'], worth: 1.5 },
      state: 'sent',
      seal: Buffer.concat([Buffer.from([0, 39, 92, 255]), Buffer.alloc(100_000, 7)]),
    };
    expect(await storeAndRead(full)).toEqual(letter('l1', full));
  });

  it('give empty ones back as null and false as false', async () => {
    expect(await storeAndRead({})).toEqual(letter('l1'));
  });

  it('give bytes back as a Buffer, also when they were a Uint8Array', async () => {
    const { seal } = await storeAndRead({ seal: new Uint8Array([1, 2]) as Buffer });
    expect(Buffer.isBuffer(seal)).toBe(true);
    expect(seal).toEqual(Buffer.from([1, 2]));
  });

  it('find an instant to the millisecond', async () => {
    await storeAndRead({ postedAt: new Date('2026-03-29T01:30:00.089Z') });
    const count = (at: string) =>
      test.database.run((manager) => manager.countBy(Letter, { postedAt: new Date(at) }));
    expect(await count('2026-03-29T01:30:00.089Z')).toBe(1);
    expect(await count('2026-03-29T01:30:00.090Z')).toBe(0);
  });

  it('tell addresses apart that differ by an accent or by case', async () => {
    await test.clear();
    const addresses = ['jose@example.org', 'josé@example.org', 'JOSE@example.org'];
    await test.database.run((manager) =>
      manager.insert(
        Letter,
        addresses.map((address, index) => letter(`l${index}`, { address })),
      ),
    );
    const found = await test.database.run((manager) => manager.findBy(Letter, { address: addresses[1] }));
    expect(found.map(({ id }) => id)).toEqual(['l1']);
  });

  // SQLite knows no lengths: there the contract's schemas are the limit.
  if (engine === 'mariadb') {
    it('refuse text that is too long instead of cutting it', async () => {
      await expect(storeAndRead({ title: 'x'.repeat(201) })).rejects.toThrow('Data too long');
    });
  }

  it('refuse a missing required value', async () => {
    await expect(storeAndRead({ attempts: null as unknown as number })).rejects.toThrow(/null/i);
  });

  it('refuse to read a word outside the choice', async () => {
    await storeAndRead({});
    await test.database.query("UPDATE letters SET state = 'burnt'");
    await expect(test.database.run((manager) => manager.find(Letter))).rejects.toThrow('Invalid option');
  });

  it('keep foreign keys, and delete with the parent', async () => {
    await expect(storeAndRead({ folderId: 'nowhere' })).rejects.toThrow(/foreign key/i);
    await test.clear();
    const left = await test.database.transaction(async (manager) => {
      await manager.insert(Folder, { id: 'f1' });
      await manager.insert(Letter, letter('l1', { folderId: 'f1' }));
      await manager.delete(Folder, { id: 'f1' });
      return manager.count(Letter);
    });
    expect(left).toBe(0);
  });
});
