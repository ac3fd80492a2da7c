import { accessRoutes, draftRoutes, myMessageRoutes, type DraftPlace } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Council } from '../testing/council.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';

const TYPE = '01890000-0000-7000-8000-000000000001';

describeOnEachDatabase('drafts', (_, engine) => {
  let service: TestApp;
  let council: Council;
  let olivia: TestClient;
  let carer: TestClient;
  let other: TestClient;
  let carerId: string;
  let childId: string;

  beforeAll(async () => {
    service = await openTestApp(engine);
    council = new Council(service);
    olivia = await council.workerAt('Olivia');
    const daniel = await council.workerAt('Daniel');
    const family = await council.acceptedFamily(olivia, 'Writer');
    const others = await council.acceptedFamily(olivia, 'Other');
    for (const { id } of [family, others]) await council.activate(daniel, id);
    [carer, other, carerId, childId] = [family.carer, others.carer, family.carerId, family.childIds[0]!];
  }, 60_000);
  afterAll(() => service.close());

  const place = (): DraftPlace => ({ accountId: childId, kind: 'new', targetId: TYPE });
  const save = (body: string, revision: number, at = place(), client = carer) =>
    client.call(draftRoutes.save, { body: { place: at, content: { body }, revision } });
  const list = async (client = carer) => (await client.call(draftRoutes.list)).body.items;

  it('keeps what was typed and gives it back in the same place', async () => {
    const first = await save('Dear', 0);
    expect(first.body.revision).toBe(1);
    const second = await save('Dear Olivia', first.body.revision);
    expect(await list()).toMatchObject([
      { id: second.body.id, place: place(), content: { body: 'Dear Olivia' }, revision: 2, isFrozen: false },
    ]);
    expect(await list(other)).toEqual([]);
  });

  it('tells the second of two devices, and loses neither text', async () => {
    const saves = await Promise.all([save('On the phone', 2), save('On the laptop', 2)]);
    expect(saves.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [draft] = await list();
    expect(['On the phone', 'On the laptop']).toContain(draft!.content.body);
    expect((await save('Begun anew', 0)).body).toMatchObject({ code: 'DRAFT_CHANGED' });
  });

  it('has one draft for each place, when two begin it at once too', async () => {
    const at = { ...place(), kind: 'reply', targetId: crypto.randomUUID() } as const;
    const saves = await Promise.all([save('a', 0, at), save('b', 0, at)]);
    expect(saves.map(({ status }) => status).sort()).toEqual([200, 409]);
    const mine = (await list()).filter(({ place: { targetId } }) => targetId === at.targetId);
    expect(mine).toHaveLength(1);
    expect((await other.call(draftRoutes.discard, { params: { id: mine[0]!.id } })).status).toBe(204);
    expect(await list()).toHaveLength(2);
    for (let times = 0; times < 2; times += 1)
      expect((await carer.call(draftRoutes.discard, { params: { id: mine[0]!.id } })).status).toBe(204);
    expect(await list()).toHaveLength(1);
  });

  it('is none of an account that the carer does not hold', async () => {
    expect((await save('x', 0, { ...place(), accountId: crypto.randomUUID() })).status).toBe(404);
    expect((await save('x', 0, place(), other)).status).toBe(404);
  });

  it('goes with the sending, and only with it', async () => {
    const body = {
      accountId: childId,
      typeId: TYPE,
      recipient: 'team',
      subject: 'Hello',
      isPrivate: false,
    } as const;
    const sent = (text: string) =>
      carer.call(myMessageRoutes.startThread, {
        body: { ...body, body: text },
        idempotencyKey: crypto.randomUUID(),
      });
    expect((await sent('')).status).toBe(400);
    expect(await list()).toHaveLength(1);
    expect((await sent('Dear Olivia')).status).toBe(200);
    expect(await list()).toEqual([]);
  });

  it('Grant ended with draft: it can be read and copied, and is saved no more', async () => {
    await save('Half a thought', 0);
    const { items } = (await olivia.call(accessRoutes.list, { query: { carerId } })).body;
    const access = items.find(({ accountId }) => accountId === childId)!;
    await olivia.call(accessRoutes.end, { params: { id: access.id }, body: { reason: 'Moved' } });
    expect((await save('Half a thought more', 1)).body).toMatchObject({ code: 'DRAFT_FROZEN' });
    expect(await list()).toMatchObject([{ content: { body: 'Half a thought' }, isFrozen: true }]);
  });
});
