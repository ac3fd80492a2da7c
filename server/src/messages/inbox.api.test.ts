import { inboxRoutes, myMessageRoutes, type InboxView, type RecipientChoice } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Council } from '../testing/council.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';

const CONVERSATION = '01890000-0000-7000-8000-000000000001';

describeOnEachDatabase('8.5 the inbox', (_, engine) => {
  let service: TestApp;
  let council: Council;
  let olivia: TestClient;
  let daniel: TestClient;
  let stranger: TestClient;
  let carer: TestClient;
  let childId: string;

  beforeAll(async () => {
    service = await openTestApp(engine);
    council = new Council(service);
    olivia = await council.workerAt('Olivia');
    daniel = await council.workerAt('Daniel');
    stranger = await council.newWorker('Stranger', await council.newTeam('Fostering team south'));
    await newWriter('Writer');
  }, 60_000);
  afterAll(() => service.close());

  /** A carer who holds their own account and a child's. */
  async function newWriter(name: string): Promise<void> {
    const family = await council.acceptedFamily(olivia, name);
    await council.activate(daniel, family.id);
    [carer, childId] = [family.carer, family.childIds[0]!];
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

  it('shows what a carer writes to the team, and to no other', async () => {
    const id = await write('May Leo go on the trip?');
    const row = await listed(daniel, 'new', id);
    expect(row).toMatchObject({
      state: 'new',
      subject: 'A question',
      excerpt: 'May Leo go on the trip?',
      unreadCount: 1,
    });
    expect(await listed(stranger, 'new', id)).toBeUndefined();
    expect((await get(stranger, id)).status).toBe(404);
    expect((await claim(stranger, id)).status).toBe(404);
  });

  it('Two workers reply: one of two who take a thread at once has it, and the other cannot answer', async () => {
    const id = await write('Who has this?');
    const claims = await Promise.all([claim(olivia, id), claim(daniel, id)]);
    expect(claims.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [winner, loser] = claims[0]!.status === 200 ? [olivia, daniel] : [daniel, olivia];
    expect((await answer(loser, id, 'Me too')).body).toMatchObject({ code: 'THREAD_HELD_BY_ANOTHER' });
    expect((await answer(winner, id, 'I do')).body).toMatchObject({
      state: 'waiting_carer',
      waitingSince: null,
    });
    const thread = (await carer.call(myMessageRoutes.getThread, { params: { id }, query: {} })).body;
    expect(thread.messages.map(({ body }) => body)).toEqual(['Who has this?', 'I do']);
  });

  it('take-over with reason: the old holder can no longer answer, and both see why', async () => {
    const id = await write('Are you there?');
    await claim(olivia, id);
    const oliviaId = await council.workerId('Olivia');
    const danielId = await council.workerId('Daniel');
    const wrong = { fromWorkerId: danielId, reason: 'Olivia is ill' };
    expect((await claim(daniel, id, wrong)).body).toMatchObject({ code: 'THREAD_HELD_BY_ANOTHER' });
    const taken = await claim(daniel, id, { fromWorkerId: oliviaId, reason: 'Olivia is ill' });
    expect(taken.body).toMatchObject({ holderId: danielId });
    expect((await answer(olivia, id, 'Here')).body).toMatchObject({ code: 'THREAD_HELD_BY_ANOTHER' });
    expect((await get(olivia, id)).body.history.at(-1)).toMatchObject({
      kind: 'taken_over',
      toName: 'Olivia Hart',
      reason: 'Olivia is ill',
    });
  });

  it('answers once, however often the answer is sent', async () => {
    const id = await write('Once?');
    await claim(olivia, id);
    const sameKey = key();
    const answers = await Promise.all(
      [1, 2, 3].map(() => answer(olivia, id, 'Once.', { idempotencyKey: sameKey })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await get(olivia, id)).body.messages).toHaveLength(2);
  });

  it('shows the carer who read a message and when, and counts what no worker has read', async () => {
    const id = await write('Please read');
    const { messages } = (await get(daniel, id)).body;
    expect((await listed(olivia, 'new', id))!.unreadCount).toBe(1);
    service.clock.advance(60_000);
    const readAt = service.clock.now().toISOString();
    await daniel.call(inboxRoutes.markRead, { params: { id }, body: { upToMessageId: messages[0]!.id } });
    expect((await listed(olivia, 'new', id))!.unreadCount).toBe(0);
    const thread = (await carer.call(myMessageRoutes.getThread, { params: { id }, query: {} })).body;
    expect(thread.messages[0]!.readBy).toEqual([{ name: 'Daniel Osei', readAt }]);
  });

  it('goes from state to state as people write', async () => {
    const id = await write('First');
    await claim(olivia, id);
    await answer(olivia, id, 'Second');
    expect(await listed(olivia, 'waiting_carer', id)).toBeDefined();
    await reply(id, 'Third');
    expect(await listed(olivia, 'waiting_worker', id)).toMatchObject({
      state: 'waiting_worker',
      unreadCount: 1,
    });
    expect(await listed(olivia, 'mine', id)).toBeDefined();
    expect((await answer(olivia, id, 'Fourth', { close: true })).body.state).toBe('closed');
    expect(await listed(olivia, 'closed', id)).toBeDefined();
    await reply(id, 'One more thing');
    expect(await listed(olivia, 'mine', id)).toMatchObject({ state: 'waiting_worker' });
  });

  it('closes and opens again, and keeps both in the history', async () => {
    const id = await write('To be closed');
    expect((await olivia.call(inboxRoutes.close, { params: { id } })).status).toBe(409);
    await claim(olivia, id);
    expect((await olivia.call(inboxRoutes.close, { params: { id } })).body.state).toBe('closed');
    expect((await daniel.call(inboxRoutes.reopen, { params: { id } })).body).toMatchObject({
      state: 'claimed',
      holderName: 'Daniel Osei',
    });
    expect((await get(olivia, id)).body.history.map(({ kind }) => kind)).toEqual([
      'claimed',
      'closed',
      'reopened',
    ]);
  });
});
