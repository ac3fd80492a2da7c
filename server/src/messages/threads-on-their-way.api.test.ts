import {
  inboxRoutes,
  myMessageRoutes,
  taskRoutes,
  type InboxView,
  type RecipientChoice,
} from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY_MS } from '../clock/lengths.js';
import { Teams } from '../staff/index.js';
import { Council } from '../testing/council.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';
import { WatchThreads } from './watch-threads.js';

const CONVERSATION = '01890000-0000-7000-8000-000000000001';

describeOnEachDatabase('8.5 threads on their way', (_, engine) => {
  let service: TestApp;
  let council: Council;
  let olivia: TestClient;
  let daniel: TestClient;
  let ruth: TestClient;
  let stranger: TestClient;
  let carer: TestClient;
  let accountId: string;
  let childId: string;

  beforeAll(async () => {
    service = await openTestApp(engine);
    council = new Council(service);
    olivia = await council.workerAt('Olivia');
    daniel = await council.workerAt('Daniel');
    ruth = await council.workerAt('Ruth');
    stranger = await council.newWorker('Stranger', await council.newTeam('Fostering team south'));
    await newWriter('Writer');
  }, 60_000);
  afterAll(() => service.close());

  /** A carer who has just signed in, and holds their own account and a child's. */
  async function newWriter(name: string): Promise<void> {
    const family = await council.acceptedFamily(olivia, name);
    await council.activate(daniel, family.id);
    [carer, accountId, childId] = [family.carer, family.carerId, family.childIds[0]!];
  }
  /** Sessions end meanwhile, so the workers sign in again. */
  async function passDays(days: number): Promise<void> {
    service.clock.advance(days * DAY_MS);
    olivia = await council.workerAt('Olivia');
    daniel = await council.workerAt('Daniel');
  }
  const key = () => crypto.randomUUID();
  async function write(
    body: string,
    choice: { subject?: string; accountId?: string; recipient?: RecipientChoice } = {},
  ) {
    const { subject = 'A question', recipient = 'team' } = choice;
    const draft = { typeId: CONVERSATION, subject, body, recipient, isPrivate: false };
    const sent = await carer.call(myMessageRoutes.startThread, {
      body: { ...draft, accountId: choice.accountId ?? childId },
      idempotencyKey: key(),
    });
    expect(sent.status).toBe(200);
    return sent.body.threadId;
  }
  const mine = async (id: string) =>
    (await carer.call(myMessageRoutes.getThread, { params: { id }, query: {} })).body;
  const reply = (id: string, body: string) =>
    carer.call(myMessageRoutes.reply, { params: { id }, body: { body }, idempotencyKey: key() });
  const list = async (worker: TestClient, view: InboxView) =>
    (await worker.call(inboxRoutes.list, { query: { view } })).body.items;
  const listed = async (worker: TestClient, view: InboxView, id: string) =>
    (await list(worker, view)).find((thread) => thread.id === id);
  const get = (worker: TestClient, id: string) => worker.call(inboxRoutes.get, { params: { id }, query: {} });
  const claim = (worker: TestClient, id: string, takeOver?: { fromWorkerId: string; reason: string }) =>
    worker.call(inboxRoutes.claim, { params: { id }, body: takeOver ? { takeOver } : {} });
  const answer = (
    worker: TestClient,
    id: string,
    body: string,
    { close = false, idempotencyKey = key() as string } = {},
  ) => worker.call(inboxRoutes.reply, { params: { id }, body: { body, close }, idempotencyKey });

  it('is sent on to another team, whose worker sees it and whose sender still may', async () => {
    const id = await write('For the south');
    const south = (await stranger.call(inboxRoutes.list, { query: { view: 'new' } })).body.items.length;
    await claim(olivia, id);
    const teamId = (await service.get(Teams).list()).find(({ name }) => name === 'Fostering team south')!.id;
    const body = { workerId: null, teamId, reason: 'They know the school' };
    expect((await olivia.call(inboxRoutes.redirect, { params: { id }, body })).body).toMatchObject({
      state: 'new',
      holderId: null,
    });
    expect(await list(stranger, 'new')).toHaveLength(south + 1);
    expect((await claim(stranger, id)).status).toBe(200);
    const gone = { workerId: crypto.randomUUID(), teamId: null, reason: 'x' };
    expect((await stranger.call(inboxRoutes.redirect, { params: { id }, body: gone })).body).toMatchObject({
      fields: { workerId: 'INVALID' },
    });
  });

  it('Wrong child’s thread: moves with everything written, and leaves an empty stub on both sides', async () => {
    const id = await write('About the wrong one');
    await claim(olivia, id);
    await answer(olivia, id, 'Whom do you mean?');
    const move = { params: { id }, body: { accountId, reason: 'It is about the carer' } };
    const stub = (await olivia.call(inboxRoutes.move, move)).body;
    expect(stub).toMatchObject({ state: 'closed', messages: [] });
    const moved = (await get(olivia, stub.movedToThreadId!)).body;
    expect(moved).toMatchObject({ accountId, state: 'waiting_carer' });
    expect(moved.messages.map(({ body }) => body)).toEqual(['About the wrong one', 'Whom do you mean?']);
    expect((await mine(id)).movedTo).toEqual({
      threadId: moved.id,
      accountId,
      accountName: moved.accountName,
    });
    expect((await mine(moved.id)).movedTo).toBeNull();
    expect((await reply(id, 'Hello?')).body).toMatchObject({ code: 'THREAD_MOVED' });
    expect((await reply(moved.id, 'The carer, yes')).status).toBe(200);
    expect((await answer(olivia, id, 'No')).body).toMatchObject({ code: 'THREAD_MOVED' });
  });

  it('Filing: the receipt of a copy stands in the history, and only for the whole thread', async () => {
    const id = await write('For the file');
    await claim(olivia, id);
    await answer(olivia, id, 'Filed.');
    const { accountId: recordOf } = (await get(olivia, id)).body;
    const sha256 = 'ab'.repeat(32);
    const file = (changes: object) =>
      olivia.call(inboxRoutes.file, {
        params: { id },
        body: { recordOf, messageCount: 2, sha256, ...changes },
      });
    expect((await file({ messageCount: 1 })).body).toMatchObject({ code: 'STATE_CHANGED' });
    expect((await file({ recordOf: crypto.randomUUID() })).body).toMatchObject({
      fields: { recordOf: 'INVALID' },
    });
    const { history, accountName } = (await file({})).body;
    const receipt = { kind: 'filed', byName: 'Olivia Hart', toName: accountName, reason: sha256 };
    expect(history.at(-1)).toMatchObject(receipt);
    expect((await file({ recordOf: (await get(olivia, id)).body.carerId })).status).toBe(200);
  });

  it('Abuse: a manager stops replies, and one contact route stays', async () => {
    const id = await write('Rude words');
    const lock = { params: { id }, body: { reason: 'Insults' } };
    expect((await olivia.call(inboxRoutes.lock, lock)).status).toBe(403);
    expect((await ruth.call(inboxRoutes.lock, lock)).body).toMatchObject({ isLocked: true });
    expect((await reply(id, 'More')).body).toMatchObject({ code: 'THREAD_LOCKED' });
    expect(await write('I am sorry')).toBeDefined();
    expect((await ruth.call(inboxRoutes.unlock, { params: { id } })).body).toMatchObject({ isLocked: false });
    expect((await reply(id, 'Thank you')).status).toBe(200);
  });

  it('Group send: separate threads, and nothing at all when one account has nobody', async () => {
    const body = { accountIds: [accountId, childId], subject: 'Newsletter', body: 'Dear carer' };
    const sent = await olivia.call(inboxRoutes.write, { body, idempotencyKey: key() });
    expect(sent.body.items.map((item) => item.accountId)).toEqual([accountId, childId]);
    const empty = await council.family(olivia, 'Empty');
    const refused = await olivia.call(inboxRoutes.write, {
      body: { ...body, accountIds: [accountId, empty.carerId] },
      idempotencyKey: key(),
    });
    expect(refused.body).toMatchObject({ code: 'NOBODY_TO_WRITE_TO' });
    const mine = (await carer.call(myMessageRoutes.listThreads, { query: { accountId } })).body.items;
    expect(mine.filter(({ subject }) => subject === 'Newsletter')).toHaveLength(1);
  });

  it('takes back an answer that nobody has read as if it had never been', async () => {
    const id = await write('Ask');
    await claim(olivia, id);
    const { messages } = (await answer(olivia, id, 'Wrong window')).body;
    const own = { params: { id: messages.at(-1)!.id } };
    expect((await daniel.call(inboxRoutes.withdraw, own)).status).toBe(404);
    expect((await olivia.call(inboxRoutes.withdraw, own)).status).toBe(204);
    const seen = (await carer.call(myMessageRoutes.getThread, { params: { id }, query: {} })).body;
    expect(seen.messages.map(({ body }) => body)).toEqual(['Ask']);
    expect(seen.unreadCount).toBe(0);
  });

  it('is put aside until its day, or until the carer writes', { timeout: 30_000 }, async () => {
    await newWriter('Patient');
    const [first, second] = [await write('Later'), await write('Sooner')];
    const until = new Date(service.clock.now().getTime() + 2 * DAY_MS).toISOString().slice(0, 10);
    for (const id of [first, second]) {
      await claim(olivia, id);
      const put = await olivia.call(inboxRoutes.snooze, { params: { id }, body: { until } });
      expect(put.body).toMatchObject({ state: 'snoozed', snoozedUntil: until });
    }
    expect(
      (await olivia.call(inboxRoutes.snooze, { params: { id: first }, body: { until: '2020-01-01' } }))
        .status,
    ).toBe(400);
    await reply(second, 'Now, please');
    expect(await listed(olivia, 'mine', second)).toMatchObject({
      state: 'waiting_worker',
      snoozedUntil: null,
    });
    await service.get(WatchThreads).run();
    expect(await listed(olivia, 'snoozed', first)).toBeDefined();
    await passDays(2);
    await service.get(WatchThreads).run();
    expect(await listed(olivia, 'mine', first)).toMatchObject({ state: 'waiting_worker' });
  });

  it(
    'Unread 2 / 5 working days: goes to duty after one, reminds after two, escalates after five, each once',
    { timeout: 30_000 },
    async () => {
      await newWriter('Forgotten');
      const id = await write('Nobody reads this');
      const about = async (kind: string) =>
        (await olivia.call(taskRoutes.list, { query: { view: 'available' } })).body.items.filter(
          (task) => task.kind === kind && task.about?.id === id,
        );
      expect(await listed(olivia, 'duty', id)).toBeUndefined();
      await passDays(4);
      expect(await listed(olivia, 'duty', id)).toBeDefined();
      for (let run = 0; run < 2; run += 1) await service.get(WatchThreads).run();
      expect(await about('message_escalated')).toHaveLength(0);
      await passDays(8);
      for (let run = 0; run < 2; run += 1) await service.get(WatchThreads).run();
      const [escalated, ...more] = await about('message_escalated');
      expect([escalated?.isUrgent, more]).toEqual([true, []]);
      expect((await get(olivia, id)).body).toMatchObject({ isEscalated: true });
    },
  );

  it('gives its lists in pages, urgent first, then the longest wait', { timeout: 30_000 }, async () => {
    // The limit of messages an hour is each carer's own.
    await newWriter('Diligent');
    for (let index = 0; index < 52; index += 1) await write(`Number ${index}`);
    const urgent = await write('She is missing');
    const first = (await olivia.call(inboxRoutes.list, { query: { view: 'new' } })).body;
    expect(first.items[0]!.id).toBe(urgent);
    expect(first.items).toHaveLength(50);
    const second = (
      await olivia.call(inboxRoutes.list, { query: { view: 'new', cursor: first.nextCursor! } })
    ).body;
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const counts = (await olivia.call(inboxRoutes.counts)).body;
    expect(counts.new).toBe(ids.length);
    expect((await olivia.call(inboxRoutes.list, { query: { view: 'new', cursor: 'x' } })).status).toBe(422);
  });
});
