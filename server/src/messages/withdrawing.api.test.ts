import { accountRoutes, inboxRoutes, myMessageRoutes } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bodiesOf, Correspondence, type Home } from '../testing/correspondence.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';

describeOnEachDatabase('8.5 withdrawn before first read, or after', (_, engine) => {
  let service: TestApp;
  let post: Correspondence;
  let home: Home;
  let partner: Home;

  beforeAll(async () => {
    service = await openTestApp(engine);
    post = await Correspondence.open(service);
    home = await post.home('Regret');
    partner = await post.carerOf(home.childId, 'Partner', home.carerId);
  }, 90_000);
  afterAll(() => service.close());

  const withdraw = ({ carer }: Home, id: string) => carer.call(myMessageRoutes.withdraw, { params: { id } });
  const withdrawAsWorker = (worker: TestClient, id: string) =>
    worker.call(inboxRoutes.withdraw, { params: { id } });
  const started = async () => (await post.start(home.carer, home.childId)).body;
  /** Written, held by Olivia, answered and read on both sides. */
  const settled = async (): Promise<string> => {
    const { threadId } = await started();
    await post.claim(post.olivia, threadId);
    await post.answer(post.olivia, threadId, 'Yes.');
    for (const { carer } of [home, partner]) await post.read(carer, threadId);
    return threadId;
  };
  const listed = async ({ carer }: Home, id: string) =>
    (await post.threads(carer)).body.items.find((thread) => thread.id === id);
  const newMessages = async ({ carer, childId }: Home) =>
    (await carer.call(accountRoutes.dashboard, { params: { id: childId } })).body.newMessages;

  it('unread it is gone from everybody’s view, as if it had never been sent', async () => {
    const id = await settled();
    const before = { mine: await listed(home, id), partners: await listed(partner, id) };
    const workers = (await post.open(post.olivia, id)).body;
    const { messageId } = (await post.reply(home.carer, id, 'Wrong thread')).body;
    expect(await newMessages(partner)).toBe(1);
    expect((await withdraw(home, messageId)).status).toBe(204);
    expect({ mine: await listed(home, id), partners: await listed(partner, id) }).toEqual(before);
    for (const { carer } of [home, partner]) {
      expect(bodiesOf((await post.thread(carer, id)).body.messages)).toEqual(['A word.', 'Yes.']);
    }
    expect(await newMessages(partner)).toBe(0);
    expect((await post.open(post.olivia, id)).body).toEqual(workers);
  });

  it('the same answer when it is taken back again', async () => {
    const { threadId, messageId } = await started();
    await post.reply(home.carer, threadId, 'More');
    for (let time = 0; time < 3; time += 1) expect((await withdraw(home, messageId)).status).toBe(204);
    expect(bodiesOf((await post.thread(partner.carer, threadId)).body.messages)).toEqual(['More']);
    expect(await listed(partner, threadId)).toMatchObject({ unreadCount: 1 });
    await post.read(partner.carer, threadId);
  });

  it.each(['a worker', 'the partner'])('read by %s it stays and is struck out', async (reader) => {
    const id = await settled();
    const { messageId } = (await post.reply(home.carer, id, 'Too late')).body;
    if (reader === 'a worker') await post.readByWorker(post.daniel, id);
    else await post.read(partner.carer, id);
    await withdraw(home, messageId);
    const withdrawnAt = service.clock.now().toISOString();
    for (const { carer } of [home, partner]) {
      const last = (await post.thread(carer, id)).body.messages.at(-1);
      expect(last).toMatchObject({ body: 'Too late', withdrawnAt });
    }
    const { messages, unreadCount, waitingSince } = (await post.open(post.olivia, id)).body;
    expect(messages.at(-1)).toMatchObject({ body: 'Too late', withdrawnAt });
    expect({ unreadCount, waitingSince }).toEqual({ unreadCount: 0, waitingSince: null });
    expect(await listed(partner, id)).toMatchObject({ excerpt: '', unreadCount: 0 });
  });

  it('what came before is still unread, and what comes after counts', async () => {
    const id = await settled();
    await post.reply(home.carer, id, 'First');
    const second = (await post.reply(home.carer, id, 'Second')).body;
    await withdraw(home, second.messageId);
    expect(await listed(partner, id)).toMatchObject({ excerpt: 'First', unreadCount: 1 });
    expect((await post.open(post.olivia, id)).body.unreadCount).toBe(1);
    await post.read(home.carer, id);
    await post.reply(partner.carer, id, 'Third');
    expect(await listed(home, id)).toMatchObject({ excerpt: 'Third', unreadCount: 1 });
    expect((await post.open(post.olivia, id)).body.unreadCount).toBe(2);
    await post.read(partner.carer, id);
    await post.read(home.carer, id);
    expect([await newMessages(home), await newMessages(partner)]).toEqual([0, 0]);
  });

  it('what comes within the same millisecond counts too', async () => {
    const id = await settled();
    for (let round = 0; round < 8; round += 1) {
      const send = (body: string, { carer }: Home) =>
        carer.call(myMessageRoutes.reply, {
          params: { id },
          body: { body },
          idempotencyKey: `${id} ${round} ${body}`,
        });
      const { messageId } = (await send('No', home)).body;
      await post.read(home.carer, id);
      await withdraw(home, messageId);
      await send('But yes', partner);
      expect(await listed(home, id)).toMatchObject({ excerpt: 'But yes', unreadCount: 1 });
      await post.read(home.carer, id);
      expect(await listed(home, id)).toMatchObject({ unreadCount: 0 });
    }
    await post.read(partner.carer, id);
  });

  it('with its only message the thread is gone, also from the inbox', async () => {
    const { threadId, messageId } = await started();
    await withdraw(home, messageId);
    for (const { carer } of [home, partner]) {
      expect((await post.thread(carer, threadId)).status).toBe(404);
      expect((await post.threads(carer)).body.items.map(({ id }) => id)).not.toContain(threadId);
    }
    expect((await post.open(post.olivia, threadId)).status).toBe(404);
    for (const view of ['new', 'closed', 'mine', 'duty'] as const) {
      const { items } = (await post.olivia.call(inboxRoutes.list, { query: { view } })).body;
      expect(items.map(({ id }) => id)).not.toContain(threadId);
    }
    expect((await withdraw(home, messageId)).status).toBe(204);
  });

  it('only one’s own, and only while the thread may be seen', async () => {
    const id = await settled();
    const [mine, theirs] = (await post.thread(home.carer, id)).body.messages;
    expect((await withdraw(partner, mine!.id)).status).toBe(404);
    expect((await withdraw(home, theirs!.id)).status).toBe(404);
    expect((await withdrawAsWorker(post.olivia, mine!.id)).status).toBe(404);
    expect((await withdrawAsWorker(post.daniel, theirs!.id)).status).toBe(404);
    await post.changeAccess('suspend', home);
    expect((await withdraw(home, mine!.id)).status).toBe(404);
    await post.changeAccess('resume', home);
    expect((await withdraw(home, mine!.id)).status).toBe(204);
  });

  it('of a worker’s too: the carer waits again, as long as they did', async () => {
    const { threadId } = await started();
    const waitingSince = service.clock.now().toISOString();
    await post.claim(post.olivia, threadId);
    await post.answer(post.olivia, threadId, 'To somebody else');
    const answer = (await post.open(post.olivia, threadId)).body.messages.at(-1)!;
    expect((await withdrawAsWorker(post.olivia, answer.id)).status).toBe(204);
    expect((await post.open(post.olivia, threadId)).body).toMatchObject({
      state: 'waiting_worker',
      waitingSince,
    });
    expect(bodiesOf((await post.thread(home.carer, threadId)).body.messages)).toEqual(['A word.']);
    expect(await listed(home, threadId)).toMatchObject({ excerpt: 'A word.', unreadCount: 0 });
  });
});
