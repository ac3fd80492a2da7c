import { inboxRoutes, myMessageRoutes } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '../database/database.js';
import {
  bodiesOf,
  Correspondence,
  FOSTER_CARER_RECORDING,
  MESSAGE_YOUR_WORKER,
  type Home,
} from '../testing/correspondence.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import { describeOnEachDatabase } from '../testing/test-database.js';

const UNKNOWN = '019c0000-0000-7000-8000-0000000000ff';

describeOnEachDatabase('8.5 a carer’s messages', (_, engine) => {
  let service: TestApp;
  let post: Correspondence;
  let home: Home;
  let other: Home;

  beforeAll(async () => {
    service = await openTestApp(engine);
    post = await Correspondence.open(service);
    home = await post.home('Writer');
    other = await post.home('Stranger');
  }, 90_000);
  afterAll(() => service.close());

  const started = async (letter = {}) => (await post.start(home.carer, home.childId, letter)).body.threadId;

  it('is sent to the team, answered, and replied to', async () => {
    const sent = await post.start(home.carer, home.childId, {
      subject: 'Shoes',
      body: 'He needs\nnew shoes.',
    });
    expect(sent).toMatchObject({ status: 200, body: { sentTo: 'Fostering team north' } });
    const id = sent.body.threadId;
    await post.claim(post.olivia, id);
    await post.answer(post.olivia, id, 'Please buy some.');
    const reply = await post.reply(home.carer, id, 'Done, thank you.');
    expect(reply.body).toMatchObject({ threadId: id, sentTo: 'Olivia Hart' });
    const { body } = await post.thread(home.carer, id);
    expect(body).toMatchObject({
      accountId: home.childId,
      accountName: 'Writerchild1 Child',
      nickname: null,
      typeName: 'Message your worker',
      subject: 'Shoes',
      withWhom: 'Olivia Hart',
      unreadCount: 1,
      isWaiting: true,
      isPrivate: false,
      replyRefusal: null,
    });
    expect(bodiesOf(body.messages)).toEqual(['He needs\nnew shoes.', 'Please buy some.', 'Done, thank you.']);
    expect(body.messages.map(({ author, authorName, isMine }) => [author, authorName, isMine])).toEqual([
      ['carer', 'Amira Khan', true],
      ['worker', 'Olivia Hart', false],
      ['carer', 'Amira Khan', true],
    ]);
  });

  it('says which worker has read it, and when', async () => {
    const id = await started();
    const readersOf = async () => (await post.thread(home.carer, id)).body.messages[0]!.readBy;
    expect(await readersOf()).toEqual([]);
    await post.open(post.olivia, id);
    expect(await readersOf()).toEqual([]);
    await post.readByWorker(post.olivia, id);
    const readAt = service.clock.now().toISOString();
    service.clock.advance(1000);
    await post.readByWorker(post.olivia, id);
    await post.readByWorker(post.daniel, id);
    expect(await readersOf()).toEqual([
      { name: 'Olivia Hart', readAt },
      { name: 'Daniel Osei', readAt: service.clock.now().toISOString() },
    ]);
  });

  it('is unread until it was seen, whatever a browser says that it has seen', async () => {
    const id = await started();
    await post.claim(post.olivia, id);
    const upToMessageId = 'ffffffff-ffff-4fff-bfff-ffffffffffff';
    await home.carer.call(myMessageRoutes.markRead, { params: { id }, body: { upToMessageId } });
    await post.answer(post.olivia, id, 'After that');
    expect((await post.thread(home.carer, id)).body.unreadCount).toBe(1);
    await post.read(home.carer, id);
    await post.readByWorker(post.daniel, id);
    const { unreadCount, messages } = (await post.thread(home.carer, id)).body;
    expect(unreadCount).toBe(0);
    // Which workers have read a worker's answer is not the carer's matter.
    expect(messages.at(-1)!.readBy).toEqual([]);
    expect((await post.open(post.olivia, id)).body.messages.at(-1)!.readBy).toHaveLength(1);
  });

  it('is somebody else’s secret: 404 for strangers, as for what does not exist', async () => {
    const { threadId, messageId } = (await post.start(home.carer, home.childId)).body;
    for (const id of [threadId, UNKNOWN]) {
      const body = { upToMessageId: messageId };
      expect((await post.thread(other.carer, id)).status).toBe(404);
      expect((await post.reply(other.carer, id, 'Hello')).status).toBe(404);
      expect((await other.carer.call(myMessageRoutes.markRead, { params: { id }, body })).status).toBe(404);
    }
    for (const id of [messageId, UNKNOWN]) {
      expect((await other.carer.call(myMessageRoutes.withdraw, { params: { id } })).status).toBe(404);
    }
    for (const accountId of [home.childId, UNKNOWN]) {
      expect((await post.start(other.carer, accountId)).status).toBe(404);
      expect((await post.threads(other.carer, { accountId })).status).toBe(404);
      const recipients = { params: { id: accountId } };
      expect((await other.carer.call(myMessageRoutes.listRecipients, recipients)).status).toBe(404);
    }
    expect((await post.threads(other.carer)).body.items).toEqual([]);
  });

  it('is a conversation: no recording, no type that is unknown or switched off', async () => {
    const database = service.get(Database);
    const switchTo = (isActive: number) =>
      database.query('UPDATE message_types SET isActive = ? WHERE id = ?', [isActive, MESSAGE_YOUR_WORKER]);
    for (const typeId of [FOSTER_CARER_RECORDING, UNKNOWN]) {
      const refused = await post.start(home.carer, home.childId, { typeId });
      expect(refused).toMatchObject({ status: 400, body: { fields: { typeId: 'INVALID' } } });
    }
    await switchTo(0);
    expect((await post.start(home.carer, home.childId)).status).toBe(400);
    await switchTo(1);
    expect((await post.start(home.carer, home.childId)).status).toBe(200);
  });

  it('R4 is sent once, however often the request is repeated', async () => {
    const first = await post.start(home.carer, home.childId, {}, 'same-start');
    const again = await post.start(home.carer, home.childId, {}, 'same-start');
    expect(again.body).toEqual(first.body);
    const id = first.body.threadId;
    const reply = await post.reply(home.carer, id, 'Once', 'same-reply');
    expect((await post.reply(home.carer, id, 'Once', 'same-reply')).body).toEqual(reply.body);
    expect((await post.reply(home.carer, id, 'Twice', 'same-reply')).body.code).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect(bodiesOf((await post.thread(home.carer, id)).body.messages)).toEqual(['A word.', 'Once']);
  });

  it('Urgent words: is flagged until a worker answers', async () => {
    const isUrgent = async (id: string) => (await post.open(post.olivia, id)).body.isUrgent;
    expect(await isUrgent(await started({ subject: 'Gone missing' }))).toBe(true);
    expect(await isUrgent(await started({ body: 'The police are here.' }))).toBe(true);
    const id = await started();
    expect(await isUrgent(id)).toBe(false);
    await post.reply(home.carer, id, 'He took an overdose.');
    expect(await isUrgent(id)).toBe(true);
    await post.reply(home.carer, id, 'Please ring.');
    expect(await isUrgent(id)).toBe(true);
    await post.claim(post.olivia, id);
    await post.answer(post.olivia, id, 'On my way.');
    expect(await isUrgent(id)).toBe(false);
  });

  it('shows the newest messages of a long thread, and leads to the older ones', async () => {
    const id = await started({ body: 'Message 0' });
    for (let count = 1; count <= 31; count += 1) await post.reply(home.carer, id, `Message ${count}`);
    const newest = (await post.thread(home.carer, id)).body;
    expect(newest.messages).toHaveLength(30);
    expect(newest.messages.at(-1)!.body).toBe('Message 31');
    const older = (await post.thread(home.carer, id, newest.olderCursor)).body;
    expect(bodiesOf(older.messages)).toEqual(['Message 0', 'Message 1']);
    expect(older.olderCursor).toBeUndefined();
    expect((await post.thread(home.carer, id, '😀')).body.fields).toEqual({ cursor: 'INVALID' });
  });

  it('may be written while the child’s placement has its days of grace', async () => {
    const set = (state: string) =>
      service.get(Database).query('UPDATE accesses SET state = ? WHERE personId = ?', [state, other.childId]);
    const { threadId } = (await post.start(other.carer, other.childId)).body;
    await set('grace');
    expect((await post.reply(other.carer, threadId, 'Goodbye')).status).toBe(200);
    expect((await post.start(other.carer, other.childId)).status).toBe(200);
    await set('active');
  });

  it('moves with its thread to the right account and leaves a stub', async () => {
    const id = await started({ body: 'About me, really' });
    await post.claim(post.olivia, id);
    const body = { accountId: home.carerId, reason: 'Wrong account' };
    await post.olivia.call(inboxRoutes.move, { params: { id }, body });
    const stub = (await post.thread(home.carer, id)).body;
    expect(stub).toMatchObject({ replyRefusal: 'moved', messages: [], isWaiting: false, isMoved: true });
    expect(await post.reply(home.carer, id, 'Here?')).toMatchObject({
      status: 409,
      body: { code: 'THREAD_MOVED' },
    });
    const [moved] = (await post.threads(home.carer, { accountId: home.carerId })).body.items;
    expect(moved).toMatchObject({ subject: 'School', excerpt: 'About me, really', unreadCount: 0 });
    expect((await post.reply(home.carer, moved!.id, 'There!')).status).toBe(200);
  });

  it('cannot be sent in a locked thread, and in another one it can', async () => {
    const ruth = await post.council.workerAt('Ruth');
    const id = await started();
    await ruth.call(inboxRoutes.lock, { params: { id }, body: { reason: 'Abuse' } });
    expect((await post.thread(home.carer, id)).body.replyRefusal).toBe('locked');
    const refused = await post.reply(home.carer, id, 'Still here');
    expect(refused).toMatchObject({ status: 409, body: { code: 'THREAD_LOCKED' } });
    expect((await post.start(home.carer, home.childId)).status).toBe(200);
    await ruth.call(inboxRoutes.unlock, { params: { id } });
    expect((await post.reply(home.carer, id, 'Back')).status).toBe(200);
  });
});
