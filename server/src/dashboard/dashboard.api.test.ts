import { accountRoutes } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DataKeyRing } from '../crypto/data-keys.js';
import { OutboxRelay } from '../notifications/index.js';
import { People } from '../people/index.js';
import { Correspondence, type Home } from '../testing/correspondence.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';

describeOnEachDatabase('the dashboard', (_, engine) => {
  let service: TestApp;
  let post: Correspondence;
  let home: Home;
  let partner: Home;

  beforeAll(async () => {
    service = await openTestApp(engine);
    post = await Correspondence.open(service);
    home = await post.home('Parent');
    partner = await post.carerOf(home.childId, 'Partner', home.carerId);
  }, 90_000);
  afterAll(() => service.close());

  const listed = async (carer: TestClient) => (await carer.call(accountRoutes.listMine)).body.items;
  const open = (carer: TestClient, id: string) => carer.call(accountRoutes.dashboard, { params: { id } });
  const news = async (carer: TestClient) => (await carer.call(accountRoutes.whatsNew)).body.items;
  const name = (carer: TestClient, id: string, nickname: string | null) =>
    carer.call(accountRoutes.setNickname, { params: { id }, body: { nickname } });
  /** A thread of the carer's that Olivia has answered as often as told. */
  const answered = async (accountId: string, answers: number, subject = 'School'): Promise<string> => {
    const { threadId } = (await post.start(home.carer, accountId, { subject, isPrivate: true })).body;
    await post.claim(post.olivia, threadId);
    for (let count = 1; count <= answers; count += 1) await post.answer(post.olivia, threadId, `${count}`);
    return threadId;
  };

  it('counts the new messages of each account, and of no other', async () => {
    expect((await listed(home.carer)).map(({ newMessages }) => newMessages)).toEqual([0, 0]);
    const first = await answered(home.childId, 2);
    await answered(home.childId, 1);
    const own = await answered(home.carerId, 1);
    expect((await listed(home.carer)).map(({ id, newMessages }) => [id, newMessages])).toEqual([
      [home.carerId, 1],
      [home.childId, 3],
    ]);
    expect((await open(home.carer, home.childId)).body).toEqual({
      id: home.childId,
      name: 'Parentchild1 Child',
      nickname: null,
      kind: 'child',
      isOwnAccount: false,
      newMessages: 3,
      itemsToView: 0,
      itemsToComplete: 0,
    });
    for (const id of [first, own]) await post.read(home.carer, id);
    expect((await listed(home.carer)).map(({ newMessages }) => newMessages)).toEqual([0, 1]);
    expect((await listed(partner.carer)).map(({ newMessages }) => newMessages)).toEqual([0, 0]);
  });

  it('9.2 lists what is new over all accounts, the newest first', async () => {
    for (const { id } of await news(home.carer)) await post.read(home.carer, id);
    const older = await answered(home.carerId, 1, 'Your review');
    const at = service.clock.now().toISOString();
    const newer = await answered(home.childId, 2, 'Shoes');
    await answered(home.childId, 0, 'Nothing new');
    expect(await news(home.carer)).toMatchObject([
      { id: newer, accountId: home.childId, title: 'Shoes', unreadCount: 2 },
      {
        kind: 'message',
        id: older,
        accountId: home.carerId,
        accountName: 'Parent Carer',
        nickname: null,
        title: 'Your review',
        fromName: 'Olivia Hart',
        at,
        unreadCount: 1,
      },
    ]);
    expect(await news(partner.carer)).toEqual([]);
    await post.read(home.carer, newer);
    expect((await news(home.carer)).map(({ id }) => id)).toEqual([older]);
  });

  it('9.2 shows the carer’s own word for an account wherever the account is named, to them alone', async () => {
    const set = await name(home.carer, home.childId, '  kite ');
    expect(set).toMatchObject({ status: 200, body: { id: home.childId, nickname: 'kite' } });
    const id = await answered(home.childId, 1);
    expect((await listed(home.carer)).map(({ nickname }) => nickname)).toEqual([null, 'kite']);
    expect((await open(home.carer, home.childId)).body.nickname).toBe('kite');
    expect((await news(home.carer))[0]).toMatchObject({ nickname: 'kite' });
    expect((await post.threads(home.carer)).body.items[0]).toMatchObject({ nickname: 'kite' });
    expect((await post.thread(home.carer, id)).body.nickname).toBe('kite');
    expect((await listed(partner.carer)).map(({ nickname }) => nickname)).toEqual([null, null]);
    expect(JSON.stringify((await post.open(post.olivia, id)).body)).not.toContain('kite');
    await name(partner.carer, partner.childId, 'blue');
    expect((await open(home.carer, home.childId)).body.nickname).toBe('kite');
    expect((await name(home.carer, home.childId, null)).body.nickname).toBeNull();
    expect((await open(partner.carer, partner.childId)).body.nickname).toBe('blue');
  });

  it('5.12 puts no nickname into a mail', async () => {
    await name(home.carer, home.childId, 'Dragonfly');
    await answered(home.childId, 1);
    await service.get(OutboxRelay).drain();
    const outbox = JSON.stringify(await service.app.inject('/demo/api/outbox').then(({ body }) => body));
    expect(outbox).toContain('Set up your');
    expect(outbox).not.toContain('Dragonfly');
  });

  it('is nobody else’s: the same 404 for a stranger’s account and one that does not exist', async () => {
    for (const id of [partner.carerId, '019c0000-0000-7000-8000-0000000000ff']) {
      expect((await open(home.carer, id)).status).toBe(404);
      expect((await name(home.carer, id, 'mine')).status).toBe(404);
    }
    expect((await name(home.carer, home.childId, 'x'.repeat(41))).status).toBe(400);
    expect((await name(home.carer, home.childId, '  ')).status).toBe(400);
  });

  it('8.2 forgets an account when its access ends', async () => {
    await answered(home.childId, 1);
    await post.changeAccess('end', home);
    expect((await listed(home.carer)).map(({ id }) => id)).toEqual([home.carerId]);
    expect((await news(home.carer)).map(({ accountId }) => accountId)).not.toContain(home.childId);
    expect((await name(home.carer, home.childId, 'gone')).status).toBe(404);
  });

  it('9.1 leaves out an account about somebody who was erased', async () => {
    const person = await service.get(People).get(partner.childId);
    await service.get(DataKeyRing).destroy(person.dataKeyId);
    expect((await listed(partner.carer)).map(({ id }) => id)).toEqual([partner.carerId]);
    expect((await open(partner.carer, partner.childId)).status).toBe(404);
    expect((await post.threads(partner.carer)).status).toBe(200);
  });
});
