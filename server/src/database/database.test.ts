import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Letter, letter, letterDatabase } from '../testing/letters.js';
import { describeOnEachDatabase, type TestDatabase } from '../testing/test-database.js';
import { increment } from './changes.js';
import { Database } from './database.js';

/** A promise that the test settles by hand. */
function gate() {
  return Promise.withResolvers<void>();
}

describeOnEachDatabase('Database', (open, engine) => {
  let test: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    test = await open(letterDatabase);
    database = test.database;
  });
  beforeEach(() => test.clear());

  const insert = (id: string) => database.run((manager) => manager.insert(Letter, letter(id)));
  const ids = async () => {
    const letters = await database.run((manager) => manager.find(Letter, { order: { id: 'ASC' } }));
    return letters.map(({ id }) => id);
  };

  it('commits the whole work and gives its result', async () => {
    const result = await database.transaction(async () => {
      await insert('a');
      await insert('b');
      return 'done';
    });
    expect(result).toBe('done');
    expect(await ids()).toEqual(['a', 'b']);
  });

  it('undoes the whole work when it fails', async () => {
    const failing = database.transaction(async () => {
      await insert('a');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await ids()).toEqual([]);
  });

  it('runs 50 transactions at once, each whole', async () => {
    await insert('counter');
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        database.transaction(async (manager) => {
          await insert(`t${String(index).padStart(2, '0')}`);
          await manager.update(Letter, { id: 'counter' }, { attempts: increment('attempts') });
          if (index % 5 === 0) throw new Error('rolled back');
        }),
      ).map((transaction) => transaction.catch(() => undefined)),
    );
    expect(await ids()).toHaveLength(41);
    const counter = await database.run((manager) => manager.findOneByOrFail(Letter, { id: 'counter' }));
    expect(counter.attempts).toBe(40);
  });

  it('shows nobody the rows of a transaction that may still roll back', async () => {
    const [written, seen] = [gate(), gate()];
    const transaction = database.transaction(async () => {
      await insert('dirty');
      written.resolve();
      if (engine === 'mariadb') await seen.promise;
      throw new Error('rolled back');
    });
    await written.promise;
    const reading = ids();
    void reading.then(() => seen.resolve());
    await expect(transaction).rejects.toThrow('rolled back');
    expect(await reading).toEqual([]);
  });

  it("keeps a stranger's write when the transaction beside it rolls back", async () => {
    const [begun, asked] = [gate(), gate()];
    const transaction = database.transaction(async () => {
      await insert('mine');
      begun.resolve();
      await asked.promise;
      throw new Error('rolled back');
    });
    await begun.promise;
    const foreign = insert('foreign');
    asked.resolve();
    await expect(transaction).rejects.toThrow('rolled back');
    await foreign;
    expect(await ids()).toEqual(['foreign']);
  });

  it('lets statements wait their turn and go on after a failure', async () => {
    const outcomes = await Promise.allSettled([
      insert('a'),
      insert('a'),
      insert('b'),
      database.query('NONSENSE'),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    expect(await ids()).toEqual(['a', 'b']);
  });

  it('refuses a foreign write that breaks a key without harming the transaction', async () => {
    await insert('taken');
    await database.transaction(async () => {
      await expect(insert('taken')).rejects.toThrow();
      await insert('other');
    });
    expect(await ids()).toEqual(['other', 'taken']);
  });

  describe('a nested transaction', () => {
    it('joins the outer one and falls with it', async () => {
      const outer = database.transaction(async () => {
        await database.transaction(() => insert('inner'));
        throw new Error('outer failed');
      });
      await expect(outer).rejects.toThrow('outer failed');
      expect(await ids()).toEqual([]);
    });

    it('takes the outer one with it, even when its failure was caught', async () => {
      const outer = database.transaction(async () => {
        await insert('outer');
        const inner = database.transaction(async () => {
          await insert('inner');
          throw new Error('inner failed');
        });
        await inner.catch(() => undefined);
      });
      await expect(outer).rejects.toThrow('inner failed');
      expect(await ids()).toEqual([]);
    });

    it('cannot begin inside run, where it would not be alone', async () => {
      const begun = database.run(() => database.transaction(() => insert('a')));
      await expect(begun).rejects.toThrow('begin it first');
    });
  });

  it('runs inside run without waiting for itself', async () => {
    await database.run(() => insert('a'));
    expect(await ids()).toEqual(['a']);
  });

  it('lets work that outlives its transaction stand on its own', async () => {
    const committed = gate();
    let later: Promise<unknown> = Promise.resolve();
    await database.transaction(async () => {
      later = committed.promise.then(() => insert('later'));
    });
    committed.resolve();
    await later;
    expect(await ids()).toEqual(['later']);
  });

  describe('afterCommit', () => {
    it('waits for the outermost commit, in order', async () => {
      const heard: unknown[] = [];
      await database.transaction(async () => {
        database.afterCommit(async () => void heard.push(await ids()));
        await database.transaction(async () => {
          await insert('a');
          database.afterCommit(() => void heard.push('inner'));
        });
        expect(heard).toEqual([]);
      });
      expect(heard).toEqual([['a'], 'inner']);
    });

    it('is dropped at rollback', async () => {
      const heard: string[] = [];
      const transaction = database.transaction(async () => {
        database.afterCommit(() => void heard.push('never'));
        throw new Error('no');
      });
      await expect(transaction).rejects.toThrow('no');
      expect(heard).toEqual([]);
    });

    it('may open a transaction of its own', async () => {
      await database.transaction(async () => {
        database.afterCommit(() => database.transaction(() => insert('effect').then(() => undefined)));
      });
      expect(await ids()).toEqual(['effect']);
    });

    it('runs at once outside a transaction', () => {
      const heard: string[] = [];
      database.afterCommit(() => void heard.push('now'));
      expect(heard).toEqual(['now']);
    });

    it('reports its failure to the owner and not to the caller', async () => {
      const failures: unknown[] = [];
      const watched = new Database(test.dataSource, (error) => failures.push(error));
      const result = await watched.transaction(async () => {
        watched.afterCommit(() => Promise.reject(new Error('effect')));
        return 'committed';
      });
      expect(result).toBe('committed');
      expect(failures).toEqual([new Error('effect')]);
    });
  });
});
