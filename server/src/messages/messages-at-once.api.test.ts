import { accountRoutes, inboxRoutes, myMessageRoutes } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AuditVerification } from '../audit/index.js';
import { Database } from '../database/database.js';
import { bodiesOf, Correspondence, type Home } from '../testing/correspondence.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import { describeOnEachDatabase } from '../testing/test-database.js';

interface Count {
  readonly readerId: string;
  readonly kept: number;
  readonly counted: number | string;
}

/** Beside each badge that is kept: what a count of the messages that its reader has not seen gives. */
const BADGES = `
  SELECT reader.readerId, reader.unreadCount AS kept, (
    SELECT COUNT(*) FROM messages message
    WHERE message.threadId = reader.threadId AND message.authorId <> reader.readerId
      AND message.withdrawnAt IS NULL
      AND (reader.lastReadMessageId IS NULL OR message.id > reader.lastReadMessageId)
  ) AS counted
  FROM thread_readers reader`;

describeOnEachDatabase('8.5 unread badge, with everything at once', (_, engine) => {
  let service: TestApp;
  let post: Correspondence;
  let home: Home;
  let partner: Home;

  beforeAll(async () => {
    service = await openTestApp(engine);
    post = await Correspondence.open(service);
    home = await post.home('Quick');
    partner = await post.carerOf(home.childId, 'Quicker', home.carerId);
  }, 90_000);
  afterAll(() => service.close());

  /** Held by Olivia. */
  const begun = async (): Promise<string> => {
    const { threadId } = (await post.start(home.carer, home.childId)).body;
    await post.claim(post.olivia, threadId);
    return threadId;
  };
  const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: count }, (__, index) => work(index)));
  const expectTrueBadges = async () => {
    const badges = await service.get(Database).query<Count[]>(BADGES);
    expect(badges.filter(({ kept, counted }) => Number(kept) !== Number(counted))).toEqual([]);
  };

  it('20 replies from both sides: 20 messages in one order, and every badge true', async () => {
    const id = await begun();
    const replies = await times(20, async (index) =>
      index % 2 === 0
        ? (await post.reply(index % 4 === 0 ? home.carer : partner.carer, id, `Message ${index}`)).status
        : (await post.answer(post.olivia, id, `Message ${index}`)).status,
    );
    expect(replies).toEqual(replies.map(() => 200));
    const { messages, unreadCount } = (await post.thread(home.carer, id)).body;
    const sent = Array.from({ length: 20 }, (__, index) => `Message ${index}`);
    expect(bodiesOf(messages).slice(1).sort()).toEqual(sent.sort());
    expect(messages.map((message) => message.id)).toEqual(messages.map((message) => message.id).sort());
    expect(bodiesOf((await post.open(post.olivia, id)).body.messages)).toEqual(bodiesOf(messages));
    // Ten answers and the partner's five; of their own messages nobody is told.
    expect(unreadCount).toBe(15);
    expect((await post.thread(partner.carer, id)).body.unreadCount).toBe(16);
    await expectTrueBadges();
    expect(await service.get(AuditVerification).verify()).toMatchObject({ isIntact: true });
  }, 60_000);

  it('one key ten times: one thread, one message', async () => {
    const before = (await post.threads(home.carer)).body.items.length;
    const starts = await times(10, () => post.start(home.carer, home.childId, {}, 'one-start'));
    expect(new Set(starts.map(({ status, body }) => `${status} ${body.threadId}`)).size).toBe(1);
    expect((await post.threads(home.carer)).body.items).toHaveLength(before + 1);
    const id = starts[0]!.body.threadId;
    const replies = await times(10, () => post.reply(home.carer, id, 'Once', 'one-reply'));
    expect(new Set(replies.map(({ status, body }) => `${status} ${body.messageId}`)).size).toBe(1);
    expect(bodiesOf((await post.thread(home.carer, id)).body.messages)).toEqual(['A word.', 'Once']);
    await expectTrueBadges();
  }, 60_000);

  it('reading while others write: the badge ends true', async () => {
    const id = await begun();
    await times(24, async (index) => {
      if (index % 3 === 0) return post.answer(post.olivia, id, `Answer ${index}`);
      if (index % 3 === 1) return post.reply(partner.carer, id, `Reply ${index}`);
      return post.read(home.carer, id);
    });
    await expectTrueBadges();
    await post.read(home.carer, id);
    await post.read(partner.carer, id);
    await post.readByWorker(post.olivia, id);
    await expectTrueBadges();
    const { unreadCount } = (await post.open(post.olivia, id)).body;
    expect(unreadCount).toBe(0);
  }, 60_000);

  it('taking back while others read: gone for everybody, or read and struck out', async () => {
    const id = await begun();
    const sent = await times(6, (index) => post.reply(home.carer, id, `Perhaps ${index}`));
    const ids = sent.map(({ body }) => body.messageId);
    const upToMessageId = ids.toSorted().at(-1)!;
    await Promise.all([
      ...ids.map((messageId) => home.carer.call(myMessageRoutes.withdraw, { params: { id: messageId } })),
      post.olivia.call(inboxRoutes.markRead, { params: { id }, body: { upToMessageId } }),
      partner.carer.call(myMessageRoutes.markRead, { params: { id }, body: { upToMessageId } }),
    ]);
    await expectTrueBadges();
    const [mine, theirs, workers] = await Promise.all([
      post.thread(home.carer, id),
      post.thread(partner.carer, id),
      post.open(post.olivia, id),
    ]);
    expect(bodiesOf(theirs.body.messages)).toEqual(bodiesOf(mine.body.messages));
    expect(bodiesOf(workers.body.messages)).toEqual(bodiesOf(mine.body.messages));
    for (const { withdrawnAt } of mine.body.messages.slice(1)) expect(withdrawnAt).not.toBeNull();
  }, 60_000);

  it('the tile shows the sum of the badges', async () => {
    const { items } = (await post.threads(partner.carer, { accountId: partner.childId })).body;
    const sum = items.reduce((total, { unreadCount }) => total + unreadCount, 0);
    const tile = await partner.carer.call(accountRoutes.dashboard, { params: { id: partner.childId } });
    expect(tile.body.newMessages).toBe(sum);
  });
});
