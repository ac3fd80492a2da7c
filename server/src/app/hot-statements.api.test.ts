import { accountRoutes, draftRoutes, inboxRoutes } from '@cso/contract';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { Identifiers } from '../crypto/identifiers.js';
import { Database } from '../database/database.js';
import { PreparedStatements } from '../database/prepared-statements.js';
import { MessageReadEntity } from '../messages/message-read.entity.js';
import { MessageEntity } from '../messages/message.entity.js';
import { ThreadReaderEntity } from '../messages/thread-reader.entity.js';
import { ThreadEntity } from '../messages/thread.entity.js';
import { Correspondence, type Home } from '../testing/correspondence.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import { describeOnEachDatabase } from '../testing/test-database.js';
import { indicesOnSqlite, indicesOnMariadb, type Plan } from '../testing/query-plan.js';

/** Enough that no optimiser prefers to read a whole table. */
const OTHER_THREADS = 1500;

describeOnEachDatabase('performance 6: hot statements', (_, engine) => {
  let service: TestApp;
  let post: Correspondence;
  let home: Home;
  let threadId: string;

  beforeAll(async () => {
    service = await openTestApp(engine);
    post = await Correspondence.open(service);
    home = await post.home('Parent');
    ({ threadId } = (await post.start(home.carer, home.childId)).body);
    await post.claim(post.olivia, threadId);
    await post.answer(post.olivia, threadId, 'Yes.');
    await post.read(home.carer, threadId);
    await addOtherThreads(service.get(Database), service.get(Identifiers), threadId);
  }, 90_000);
  afterAll(() => service.close());
  afterEach(() => vi.restoreAllMocks());

  /** The plans of every prepared SELECT of one request. */
  async function plansOf(request: () => Promise<{ status: number }>): Promise<Plan[]> {
    const run = vi.spyOn(PreparedStatements.prototype, 'run');
    expect((await request()).status).toBe(200);
    const statements = run.mock.calls.map(([, sql, values]) => ({ sql, values }));
    run.mockRestore();
    const reading = statements.filter(({ sql }) => sql.startsWith('SELECT'));
    const explain = engine === 'sqlite' ? indicesOnSqlite : indicesOnMariadb;
    return Promise.all(reading.map(({ sql, values }) => explain(service.get(Database), sql, values)));
  }

  const SESSION = ['accesses.ix_accesses_user', 'people.primary', 'sessions.primary', 'workers.primary'];
  const SHOWN = ['message_types.primary', 'messages.primary', 'threads.primary'];
  const plan = (indices: readonly string[]) => ({
    indices: [...indices].sort(),
    scanned: [],
    sorted: [],
  });

  it('dashboard counts: one, with the session and what is unread', async () => {
    expect(await plansOf(() => home.carer.call(accountRoutes.listMine))).toEqual([
      plan([...SESSION, 'thread_readers.ix_thread_readers_page (covering)']),
    ]);
  });

  it('the carer’s threads: a page out of the index, and what it shows by key', async () => {
    const [session, page] = await plansOf(() => post.threads(home.carer, { accountId: home.childId }));
    expect(session).toEqual(plan(SESSION));
    expect(page!.indices).toEqual(
      expect.arrayContaining([...SHOWN, 'thread_readers.ix_thread_readers_page (covering)']),
    );
    expect(page!.scanned).toEqual([]);
    // MariaDB sorts the unread ones alone; SQLite reads them in their order.
    expect(page!.sorted).toEqual(engine === 'sqlite' ? [] : ['thread_readers']);
  });

  it('a thread: its messages in the order of the index', async () => {
    const plans = await plansOf(() => post.thread(home.carer, threadId));
    expect(plans.flatMap(({ scanned }) => scanned)).toEqual([]);
    expect(plans.flatMap(({ sorted }) => sorted)).toEqual([]);
    const indices = plans.flatMap((each) => each.indices);
    expect(indices).toContain('messages.ix_messages_thread');
    expect(indices).toContain('message_reads.ix_message_reads_once');
    expect(indices).toContain('thread_readers.ix_thread_readers_thread');
  });

  it.each(['mine', 'new', 'waiting_worker', 'duty'] as const)(
    'the inbox %s: a page of each range out of its index',
    async (view) => {
      const plans = await plansOf(() => post.olivia.call(inboxRoutes.list, { query: { view } }));
      expect(plans.flatMap(({ scanned }) => scanned)).toEqual([]);
      expect(plans.flatMap(({ sorted }) => sorted)).toEqual([]);
      const indices = plans.flatMap((each) => each.indices);
      const ranges = view === 'mine' ? ['addressee_wait', 'holder_wait'] : ['team_wait'];
      for (const range of ranges) expect(indices).toContain(`threads.ix_threads_${range} (covering)`);
      expect(indices).toContain('covers.ix_covers_cover');
    },
  );

  it('a draft: by the key of its place', async () => {
    const place = { accountId: home.childId, kind: 'reply', targetId: threadId } as const;
    const body = { place, content: { body: 'Dear' }, revision: 0 };
    const [session, present, ...more] = await plansOf(() => home.carer.call(draftRoutes.save, { body }));
    expect([session, more]).toEqual([plan(SESSION), []]);
    expect(present!.indices).toEqual([expect.stringMatching(/^drafts.ix_drafts_place/)]);
  });
});

/** Copies of a thread for other teams, workers and readers, in every state. */
async function addOtherThreads(database: Database, identifiers: Identifiers, threadId: string) {
  const states = ['new', 'claimed', 'waiting_worker', 'waiting_carer', 'closed'] as const;
  const all = await database.run(async (manager) => ({
    thread: await manager.findOneByOrFail(ThreadEntity, { id: threadId }),
    message: await manager.findOneByOrFail(MessageEntity, { threadId }),
    read: await manager.findOneByOrFail(MessageReadEntity, {}),
    reader: await manager.findOneByOrFail(ThreadReaderEntity, { threadId }),
  }));
  const others = Array.from(
    { length: 30 },
    () => [identifiers.next(), identifiers.next(), identifiers.next()] as const,
  );
  await database.transaction(async () => {
    for (let n = 0; n < OTHER_THREADS; n += 1) {
      const [id, lastMessageId] = [identifiers.next(), identifiers.next()];
      const [teamId, holderId, readerId] = others[n % others.length]!;
      const who = {
        teamId,
        holderId,
        addresseeId: holderId,
        state: states[n % states.length]!,
        lastMessageId,
      };
      await database.insert(ThreadEntity, { ...all.thread, ...who, id });
      for (const messageId of [lastMessageId, identifiers.next()]) {
        await database.insert(MessageEntity, { ...all.message, id: messageId, threadId: id });
        await database.insert(MessageReadEntity, { ...all.read, id: identifiers.next(), messageId });
      }
      const row = { id: identifiers.next(), threadId: id, readerId, lastMessageId };
      await database.insert(ThreadReaderEntity, { ...all.reader, ...row, unreadCount: n % 20 === 0 ? 1 : 0 });
    }
  });
  const tables = ['threads', 'messages', 'message_reads', 'thread_readers'];
  for (const table of tables)
    await database.query(database.engine === 'sqlite' ? `ANALYZE ${table}` : `ANALYZE TABLE ${table}`);
}
