import type { MyThreadSummary } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '../database/database.js';
import { Limits } from '../limits/index.js';
import { Correspondence, type Home } from '../testing/correspondence.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import { describeOnEachDatabase } from '../testing/test-database.js';

/** A carer's messages an hour. */
const FLOOD = { count: 60, perMs: 3_600_000 };

describeOnEachDatabase('8.5 the list of a carer’s messages', (_, engine) => {
  let service: TestApp;
  let post: Correspondence;
  let home: Home;

  beforeAll(async () => {
    service = await openTestApp(engine);
    post = await Correspondence.open(service);
    home = await post.home('Reader');
  }, 60_000);
  afterAll(() => service.close());

  const subjects = (items: readonly MyThreadSummary[]) => items.map(({ subject }) => subject);

  /** Threads of the account, `count` of them, named after their order. */
  const threadsOf = async (accountId: string, count: number): Promise<string[]> => {
    const ids: string[] = [];
    for (let number = 1; number <= count; number += 1) {
      const letter = { subject: `Thread ${number}`, body: `Body ${number}` };
      ids.push((await post.start(home.carer, accountId, letter)).body.threadId);
    }
    return ids;
  };

  const walk = async (accountId: string): Promise<MyThreadSummary[][]> => {
    const pages: MyThreadSummary[][] = [];
    let cursor: string | undefined;
    do {
      const { body } = await post.threads(home.carer, { accountId, ...(cursor ? { cursor } : {}) });
      pages.push(body.items);
      cursor = body.nextCursor;
    } while (cursor);
    return pages;
  };

  it('has the unread ones first, then the newest, by the page', async () => {
    const ids = await threadsOf(home.childId, 23);
    for (const index of [1, 4]) {
      await post.claim(post.olivia, ids[index]!);
      await post.answer(post.olivia, ids[index]!, `An answer to ${index + 1}`);
    }
    const [first, second, ...rest] = await walk(home.childId);
    expect(rest).toEqual([]);
    const read = Array.from({ length: 23 }, (__, index) => `Thread ${23 - index}`);
    // The one that was answered last is the newest.
    const unread = ['Thread 5', 'Thread 2'];
    const expected = [...unread, ...read.filter((subject) => !unread.includes(subject))];
    expect(subjects(first!)).toEqual(expected.slice(0, 20));
    expect(subjects(second!)).toEqual(expected.slice(20));
    expect(first![0]).toMatchObject({
      excerpt: 'An answer to 5',
      lastAuthorName: 'Olivia Hart',
      unreadCount: 1,
      isWaiting: false,
      typeName: 'Message your worker',
      accountName: 'Readerchild1 Child',
    });
    expect(first![2]).toMatchObject({ excerpt: 'Body 23', lastAuthorName: 'Amira Khan', isWaiting: true });
  });

  it('goes on within the unread ones when they fill a page', async () => {
    const mark = (unread: number) =>
      service
        .get(Database)
        .query('UPDATE thread_readers SET unreadCount = ? WHERE accountId = ?', [unread, home.childId]);
    await mark(1);
    const [first, second] = await walk(home.childId);
    const newestFirst = Array.from({ length: 23 }, (__, index) => `Thread ${23 - index}`);
    // Answered last.
    const moved = ['Thread 5', 'Thread 2'];
    const expected = [...moved, ...newestFirst.filter((subject) => !moved.includes(subject))];
    expect(subjects(first!)).toEqual(expected.slice(0, 20));
    expect(subjects(second!)).toEqual(expected.slice(20));
    await mark(0);
  });

  it('is of one account or of all', async () => {
    await post.start(home.carer, home.carerId, { subject: 'My own review' });
    const all = (await post.threads(home.carer)).body.items;
    expect(all).toHaveLength(20);
    expect(all[0]).toMatchObject({ subject: 'My own review', accountId: home.carerId });
    const own = (await post.threads(home.carer, { accountId: home.carerId })).body.items;
    expect(subjects(own)).toEqual(['My own review']);
    expect(subjects((await walk(home.childId)).flat())).not.toContain('My own review');
  });

  it('shortens long messages, and shows their lines as one', async () => {
    const body = `First line\n\n  second line ${'x'.repeat(200)}`;
    await post.start(home.carer, home.carerId, { subject: 'Long', body });
    const [long] = (await post.threads(home.carer)).body.items;
    expect(long!.excerpt).toMatch(/^First line second line x+…$/);
    expect(long!.excerpt).toHaveLength(140);
  });

  it('refuses a cursor that it never gave', async () => {
    for (const cursor of ['1', 'x', `u${'z'.repeat(36)}`, '😀', "' OR 1=1"]) {
      const refused = await post.threads(home.carer, { cursor });
      expect(refused).toMatchObject({ status: 422, body: { fields: { cursor: 'INVALID' } } });
    }
  });

  it('stops a flood: at most 60 messages an hour', async () => {
    const { threadId } = (await post.start(home.carer, home.childId)).body;
    const userId = await userOf(threadId);
    for (let left = await service.get(Limits).left('messages', userId, FLOOD); left > 0; left -= 1) {
      expect((await post.reply(home.carer, threadId, `${left} left`)).status).toBe(200);
    }
    const refused = await post.reply(home.carer, threadId, 'Too much');
    expect(refused).toMatchObject({ status: 429, body: { code: 'TOO_MANY_SENDS' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await post.start(home.carer, home.childId)).status).toBe(429);
    expect((await post.thread(home.carer, threadId)).body.messages.at(-1)!.body).toBe('1 left');
  });

  const userOf = async (threadId: string): Promise<string> => {
    const sql = `SELECT readerId FROM thread_readers WHERE threadId = ? AND side = 'carer'`;
    const [row] = await service.get(Database).query<{ readerId: string }[]>(sql, [threadId]);
    return row!.readerId;
  };

  it('counts a repeated request once', async () => {
    const fresh = await post.home('Patient');
    for (let time = 0; time < 5; time += 1) await post.start(fresh.carer, fresh.childId, {}, 'one-key');
    const [thread] = (await post.threads(fresh.carer)).body.items;
    expect(await service.get(Limits).left('messages', await userOf(thread!.id), FLOOD)).toBe(59);
  }, 30_000);
});
