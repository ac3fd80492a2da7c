import { beforeEach, expect, it } from 'vitest';
import { Database } from '../database/database.js';
import { describeOnEachDatabase } from '../testing/test-database.js';
import { letterDatabase } from '../testing/letters.js';
import { Events } from './events.js';

class LetterPosted {
  constructor(readonly id: string) {}
}
class LetterLost {
  constructor(readonly id: string) {}
}

describeOnEachDatabase('Events', (open) => {
  let database: Database;
  let failures: unknown[];
  let events: Events;
  let heard: string[];

  beforeEach(async () => {
    const { dataSource } = await open(letterDatabase);
    failures = [];
    heard = [];
    database = new Database(dataSource, (error) => failures.push(error));
    events = new Events(database);
    events.on(LetterPosted, ({ id }) => void heard.push(id));
  });

  it('are told after the commit', async () => {
    await database.transaction(async () => {
      events.publish(new LetterPosted('a'));
      expect(heard).toEqual([]);
    });
    expect(heard).toEqual(['a']);
  });

  it('are never told of what was rolled back', async () => {
    const refused = database.transaction(async () => {
      events.publish(new LetterPosted('a'));
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect(heard).toEqual([]);
  });

  it('reach the listeners of their own kind', async () => {
    await database.transaction(async () => events.publish(new LetterLost('a')));
    expect(heard).toEqual([]);
  });

  it('reach every listener, also after one that fails', async () => {
    events.on(LetterLost, () => {
      throw new Error('broken');
    });
    events.on(LetterLost, ({ id }) => void heard.push(id));
    await database.transaction(async () => events.publish(new LetterLost('b')));
    expect(heard).toEqual(['b']);
    expect(failures).toHaveLength(1);
  });

  it('let a listener open a transaction of its own', async () => {
    events.on(LetterLost, ({ id }) => database.transaction(async () => void heard.push(`again ${id}`)));
    await database.transaction(async () => events.publish(new LetterLost('c')));
    expect(heard).toEqual(['again c']);
  });
});
