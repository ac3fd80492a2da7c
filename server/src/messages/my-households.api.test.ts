import { accountRoutes, myMessageRoutes } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bodiesOf, Correspondence, type Home } from '../testing/correspondence.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';

describeOnEachDatabase('8.5 carer’s partner, 8.2 who may read what', (_, engine) => {
  let service: TestApp;
  let post: Correspondence;
  let amira: Home;
  let yusuf: Home;
  let grace: Home;

  /** Amira and Yusuf foster together; Grace has the same child after them, or at the same time. */
  beforeAll(async () => {
    service = await openTestApp(engine);
    post = await Correspondence.open(service);
    amira = await post.home('Amira');
    yusuf = await post.carerOf(amira.childId, 'Yusuf', amira.carerId);
    grace = await post.carerOf(amira.childId, 'Grace');
  }, 90_000);
  afterAll(() => service.close());

  const started = async (from: Home, letter = {}) =>
    (await post.start(from.carer, from.childId, letter)).body.threadId;
  const mine = async (carer: TestClient, id: string) =>
    (await post.threads(carer)).body.items.find((thread) => thread.id === id);
  const newMessages = async ({ carer, childId }: Home) =>
    (await carer.call(accountRoutes.dashboard, { params: { id: childId } })).body.newMessages;

  it('8.5 carer’s partner sees the household’s threads, and each reads for themselves', async () => {
    const id = await started(amira, { subject: 'Bedtime' });
    expect(await mine(yusuf.carer, id)).toMatchObject({ unreadCount: 1 });
    expect(await mine(amira.carer, id)).toMatchObject({ unreadCount: 0 });
    expect(await newMessages(yusuf)).toBe(1);
    await post.read(yusuf.carer, id);
    await post.claim(post.olivia, id);
    await post.answer(post.olivia, id, 'Half past seven.');
    await post.read(amira.carer, id);
    expect([await newMessages(amira), await newMessages(yusuf)]).toEqual([0, 1]);
    await post.reply(yusuf.carer, id, 'We will try.');
    const { messages } = (await post.thread(amira.carer, id)).body;
    expect(bodiesOf(messages)).toEqual(['A word.', 'Half past seven.', 'We will try.']);
    expect(messages.map(({ isMine }) => isMine)).toEqual([true, false, false]);
    // Yusuf has read it too; of the readers only the workers are named.
    expect(messages[0]!.readBy.map(({ name }) => name)).toEqual(['Olivia Hart']);
    await post.read(yusuf.carer, id);
    await post.read(amira.carer, id);
  });

  it('8.5 carer’s partner does not see a private thread, and nobody learns that it is there', async () => {
    const id = await started(amira, { subject: 'About Yusuf', isPrivate: true });
    await post.claim(post.olivia, id);
    await post.answer(post.olivia, id, 'I will ring you.');
    expect((await post.thread(amira.carer, id)).body).toMatchObject({ isPrivate: true, unreadCount: 1 });
    expect(await mine(yusuf.carer, id)).toBeUndefined();
    expect((await post.thread(yusuf.carer, id)).status).toBe(404);
    expect((await post.reply(yusuf.carer, id, 'What?')).status).toBe(404);
    expect(await newMessages(yusuf)).toBe(0);
    expect((await post.open(post.olivia, id)).body.isPrivate).toBe(true);
  });

  it('8.2 a new carer of the child sees nothing of an earlier household, nor they of hers', async () => {
    const theirs = await started(amira);
    const hers = await started(grace);
    await post.reply(amira.carer, theirs, 'More');
    expect((await post.threads(grace.carer)).body.items.map(({ id }) => id)).toEqual([hers]);
    expect((await post.thread(grace.carer, theirs)).status).toBe(404);
    for (const { carer } of [amira, yusuf]) expect((await post.thread(carer, hers)).status).toBe(404);
    expect(await newMessages(grace)).toBe(0);
  });

  it.each(['end', 'suspend'] as const)(
    '8.5 grant ended (%s): the thread is not there any more, and a reply says why',
    async (move) => {
      const home = await post.home(`Leaver${move}`);
      const about = await started(home);
      const own = (await post.start(home.carer, home.carerId)).body.threadId;
      await post.claim(post.olivia, about);
      await post.answer(post.olivia, about, 'Before');
      await post.changeAccess(move, home);
      expect((await post.thread(home.carer, about)).status).toBe(404);
      expect((await post.threads(home.carer, { accountId: home.childId })).status).toBe(404);
      expect((await post.threads(home.carer)).body.items.map(({ id }) => id)).toEqual([own]);
      expect((await home.carer.call(accountRoutes.whatsNew)).body.items).toEqual([]);
      const params = { id: about };
      const upTo = { upToMessageId: about };
      expect((await home.carer.call(myMessageRoutes.markRead, { params, body: upTo })).status).toBe(404);
      const refused = { status: 409, body: { code: 'ACCESS_ENDED' } };
      expect(await post.reply(home.carer, about, 'After')).toMatchObject(refused);
      expect(await post.start(home.carer, home.childId)).toMatchObject(refused);
      expect((await post.reply(home.carer, own, 'Of my own')).status).toBe(200);
      await post.answer(post.olivia, about, 'Nobody gets this.');
      expect(bodiesOf((await post.open(post.olivia, about)).body.messages)).not.toContain('After');
    },
    60_000,
  );

  it('8.2 a suspended carer who is resumed finds everything, with a true badge', async () => {
    const id = await started(grace);
    await post.claim(post.olivia, id);
    await post.changeAccess('suspend', grace);
    await post.answer(post.olivia, id, 'While you were away');
    await post.changeAccess('resume', grace);
    expect(await mine(grace.carer, id)).toMatchObject({ unreadCount: 1 });
    expect(await newMessages(grace)).toBe(1);
  });

  it('8.5 who is given the account later joins the household’s threads with the next message', async () => {
    const late = await post.home('Early');
    const id = await started(late);
    const partner = await post.carerOf(late.childId, 'Later', late.carerId);
    expect((await post.thread(partner.carer, id)).status).toBe(404);
    await post.reply(late.carer, id, 'Now both of us');
    expect((await post.thread(partner.carer, id)).body).toMatchObject({ unreadCount: 1 });
    await post.read(partner.carer, id);
    expect(await newMessages(partner)).toBe(0);
  }, 60_000);
});
