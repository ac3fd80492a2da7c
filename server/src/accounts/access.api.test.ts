import { accessRoutes, accountRoutes, personRoutes } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '../database/database.js';
import { Council } from '../testing/council.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';
import { AccessEntity } from './access.entity.js';

describeOnEachDatabase('8.2 access', (_, engine) => {
  let service: TestApp;
  let council: Council;
  let olivia: TestClient;
  let daniel: TestClient;

  beforeAll(async () => {
    service = await openTestApp(engine);
    council = new Council(service);
    olivia = await council.workerAt('Olivia');
    daniel = await council.workerAt('Daniel');
  }, 30_000);
  afterAll(() => service.close());

  /** A carer with both accounts active. */
  const active = async (name: string) => {
    const family = await council.acceptedFamily(olivia, name);
    await council.activate(daniel, family.id);
    const { items } = (await olivia.call(accessRoutes.list, { query: { carerId: family.carerId } })).body;
    const childId = family.childIds[0]!;
    return { ...family, childId, accessId: items.find(({ accountId }) => accountId === childId)!.id };
  };
  const change = (move: 'end' | 'suspend' | 'resume', id: string, worker = olivia) =>
    worker.call(accessRoutes[move], { params: { id }, body: { reason: 'Agreed with the manager.' } });
  const open = async (carer: TestClient, id: string) =>
    (await carer.call(accountRoutes.dashboard, { params: { id } })).status;

  it('is suspended and resumed, seen by the carer’s next request', async () => {
    const { carer, childId, accessId } = await active('Suspended');
    expect(await open(carer, childId)).toBe(200);
    expect((await change('suspend', accessId)).body.state).toBe('suspended');
    expect(await open(carer, childId)).toBe(404);
    expect((await change('suspend', accessId)).body).toMatchObject({ code: 'STATE_CHANGED' });
    expect((await change('resume', accessId)).body.state).toBe('active');
    expect((await change('resume', accessId)).status).toBe(409);
    expect(await open(carer, childId)).toBe(200);
  });

  it('comes and goes on the carer’s screen without reloading', async () => {
    const { accessId } = await active('Watching');
    const row = await service
      .get(Database)
      .run((manager) => manager.findOneByOrFail(AccessEntity, { id: accessId }));
    const count = async () => {
      const sql = `SELECT id FROM live_events WHERE kind = 'accounts' AND audience = ?`;
      return (await service.get(Database).query<unknown[]>(sql, [`user:${row.userId}`])).length;
    };
    const before = await count();
    expect(before).toBeGreaterThan(0);
    await change('suspend', accessId);
    await change('resume', accessId);
    expect(await count()).toBe(before + 2);
  });

  it('is ended for good, and the carer’s own account stays', async () => {
    const { carer, carerId, childId, accessId } = await active('Ended');
    const ended = await change('end', accessId);
    expect(ended.body).toMatchObject({ state: 'ended', endsAt: service.clock.now().toISOString() });
    for (const move of ['end', 'suspend', 'resume'] as const) {
      expect(await change(move, accessId)).toMatchObject({ status: 409, body: { code: 'STATE_CHANGED' } });
    }
    expect(await open(carer, childId)).toBe(404);
    expect(await open(carer, carerId)).toBe(200);
  });

  it('5.10 stops at its end date, that minute', async () => {
    const { carer, childId, accessId } = await active('Dated');
    const endsAt = new Date(service.clock.now().getTime() + 60_000);
    const database = service.get(Database);
    await database.run((manager) => manager.update(AccessEntity, { id: accessId }, { endsAt }));
    expect(await open(carer, childId)).toBe(200);
    service.clock.advance(59_999);
    expect(await open(carer, childId)).toBe(200);
    service.clock.advance(1);
    expect(await open(carer, childId)).toBe(404);
    expect((await carer.call(accountRoutes.listMine)).body.items).toHaveLength(1);
  });

  it('is each partner’s own: a household shares no access', async () => {
    const first = await active('Partner');
    const second = await council.family(olivia, 'Spouse', 0);
    const link = { params: { id: second.carerId }, body: { withPersonId: first.carerId } };
    await olivia.call(personRoutes.linkHousehold, link);
    const { id } = await council.inviteAndConfirm(olivia, second.carerId, [second.carerId]);
    const spouse = await council.signUp(second.email, second.number);
    await council.accept(spouse);
    await council.activate(daniel, id);
    const { items } = (await spouse.call(accountRoutes.listMine)).body;
    expect(items.map((account) => account.id)).toEqual([second.carerId]);
    expect(await open(spouse, first.childId)).toBe(404);
    expect(await open(spouse, first.carerId)).toBe(404);
  });

  it('may not be seen or changed by another team', async () => {
    const { carer, carerId, childId, accessId } = await active('Ours');
    const stranger = await council.newWorker('Stranger', await council.newTeam('Fostering team south'));
    expect((await change('end', accessId, stranger)).status).toBe(404);
    const listed = await stranger.call(accessRoutes.list, { query: { carerId } });
    expect(listed.status).toBe(404);
    expect(await open(carer, childId)).toBe(200);
  });
});
