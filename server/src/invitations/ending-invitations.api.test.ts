import { invitationRoutes, myInvitationRoutes, personRoutes } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '../database/database.js';
import { ReportListeners } from '../notifications/index.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';
import { ExpireInvitations } from './expire-invitations.js';
import { Council } from '../testing/council.js';

const DAY = 86_400_000;

describeOnEachDatabase('8.1 an invitation that goes no further', (_, engine) => {
  let service: TestApp;
  let council: Council;
  let olivia: TestClient;

  beforeAll(async () => {
    service = await openTestApp(engine);
    council = new Council(service);
    olivia = await council.workerAt('Olivia');
  }, 30_000);
  afterAll(() => service.close());

  const get = async (id: string) => (await olivia.call(invitationRoutes.get, { params: { id } })).body;
  const tasksAbout = async (id: string) =>
    (await council.openTasks(olivia)).filter(({ about }) => about?.id === id);
  /** The gateway says that the address does not exist. */
  const bounce = (id: string) => {
    const about = { kind: 'invitation', id } as const;
    const writtenAt = service.clock.now();
    const failure = { outboxId: 'any', about, channel: 'mail', writtenAt, isBounce: true } as const;
    return service.get(Database).transaction(() => service.get(ReportListeners).tellOfFailure(failure));
  };
  const endPlacement = async (childId: string, endsOn: string) => {
    const { body } = await olivia.call(personRoutes.get, { params: { id: childId } });
    const params = { id: body.placements[0]!.id };
    return olivia.call(personRoutes.endPlacement, { params, body: { endsOn } });
  };
  const cancel = (id: string) =>
    olivia.call(invitationRoutes.cancel, { params: { id }, body: { reason: 'Sent by mistake.' } });

  it('bounces: an urgent task, and a corrected address takes over the names', async () => {
    const family = await council.family(olivia, 'Bounced');
    const { body } = await council.invite(olivia, family.carerId, family.all);
    await bounce(body.id);
    await bounce(body.id);
    const bounced = await get(body.id);
    expect(bounced.state).toBe('bounced');
    expect(bounced.accesses.map(({ state }) => state)).toEqual(['expired', 'expired']);
    expect(await tasksAbout(body.id)).toMatchObject([{ kind: 'invitation_bounced', isUrgent: true }]);

    const params = { id: family.carerId };
    await olivia.call(personRoutes.update, { params, body: { email: 'right@carers.example' } });
    const anew = await council.invite(olivia, family.carerId, [family.carerId]);
    expect(anew.body.email).toBe('right@carers.example');
    expect(anew.body.accesses.map(({ accountId }) => accountId).sort()).toEqual([...family.all].sort());
    expect(await get(body.id)).toMatchObject({ state: 'superseded' });
    expect(await tasksAbout(body.id)).toEqual([]);
    const old = await council.confirm(olivia, body.id, 'ABCD-2345');
    expect(old.body.code).toBe('INVITATION_CLOSED');
    const confirmed = await council.confirm(
      olivia,
      anew.body.id,
      await council.uniqueCode('right@carers.example'),
    );
    expect(confirmed.status).toBe(200);
  });

  it('is carried on by a new invitation after it expired, but for children who have left', async () => {
    const family = await council.family(olivia, 'Expired', 2);
    const { body } = await council.invite(olivia, family.carerId, family.all);
    service.clock.advance(14 * DAY);
    await service.get(ExpireInvitations).run();
    olivia = await council.workerAt('Olivia');
    await endPlacement(family.childIds[1]!, '2026-03-01');
    const anew = await council.invite(olivia, family.carerId, [family.carerId]);
    const carried = anew.body.accesses.map(({ accountId }) => accountId);
    expect(carried.sort()).toEqual([family.carerId, family.childIds[0]].sort());
    expect((await get(body.id)).state).toBe('superseded');
  });

  it('is cancelled: the carer is told, the names are withdrawn, those active stay', async () => {
    const daniel = await council.workerAt('Daniel');
    const { id, accessIds, email, carer } = await council.acceptedFamily(olivia, 'Cancelled');
    await council.activate(daniel, id, accessIds.slice(0, 1));
    const cancelled = await cancel(id);
    expect(cancelled.body).toMatchObject({ state: 'cancelled', closedReason: 'Sent by mistake.' });
    expect(cancelled.body.accesses.map(({ state }) => state).sort()).toEqual(['active', 'cancelled']);
    const mail = await council.newestMail(email);
    expect(mail).not.toMatch(/Cancelled|mistake|http\S+#/);
    expect(await tasksAbout(id)).toEqual([]);
    expect((await carer.call(myInvitationRoutes.list)).body.items).toEqual([]);
    expect((await cancel(id)).body.code).toBe('INVITATION_CLOSED');
  });

  it('loses the name of a child whose placement ended before activation', async () => {
    const { id, childIds } = await council.acceptedFamily(olivia, 'Moved');
    await endPlacement(childIds[0]!, '2026-03-01');
    const { state, accesses } = await get(id);
    expect(state).toBe('accepted');
    expect(accesses.map((access) => access.state).sort()).toEqual(['awaiting_activation', 'cancelled']);
  });

  it('ends with the placement of the only child on it, and the carer is told', async () => {
    const family = await council.family(olivia, 'Only');
    const { body } = await council.invite(olivia, family.carerId, family.childIds.slice());
    const sent = (await council.subjects(family.email)).length;
    await endPlacement(family.childIds[0]!, '2026-03-01');
    expect(await get(body.id)).toMatchObject({ state: 'cancelled', closedReason: null });
    expect(await council.subjects(family.email)).toHaveLength(sent + 1);
  });

  it('keeps the name until the last day of a placement that ends later', async () => {
    const family = await council.family(olivia, 'Later');
    const { body } = await council.invite(olivia, family.carerId, family.childIds.slice());
    await endPlacement(family.childIds[0]!, service.clock.today());
    expect((await get(body.id)).state).toBe('code_sent');
    service.clock.advance(DAY);
    await service.get(ExpireInvitations).run();
    olivia = await council.workerAt('Olivia');
    expect((await get(body.id)).state).toBe('cancelled');
  });

  it('keeps the name until midnight in London, in summer an hour before that of UTC', async () => {
    service.clock.set('2026-07-14T22:30:00.000Z');
    olivia = await council.workerAt('Olivia');
    const family = await council.family(olivia, 'Summer');
    const { body } = await council.invite(olivia, family.carerId, family.childIds.slice());
    await endPlacement(family.childIds[0]!, '2026-07-14');
    expect((await get(body.id)).state).toBe('code_sent');
    service.clock.set('2026-07-14T23:30:00.000Z');
    await service.get(ExpireInvitations).run();
    olivia = await council.workerAt('Olivia');
    expect((await get(body.id)).state).toBe('cancelled');
  });
});
