import { invitationRoutes, myInvitationRoutes, type MyInvitation } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';
import { Council } from '../testing/council.js';

describeOnEachDatabase('5.8 the Account Setup screen', (_, engine) => {
  let service: TestApp;
  let council: Council;
  let olivia: TestClient;

  beforeAll(async () => {
    service = await openTestApp(engine);
    council = new Council(service);
    olivia = await council.workerAt('Olivia');
  }, 30_000);
  afterAll(() => service.close());

  const setUp = async (name: string, children = 1) => {
    const family = await council.family(olivia, name, children);
    const { id } = await council.inviteAndConfirm(olivia, family.carerId, family.all);
    const carer = await council.signUp(family.email, family.number);
    return { ...family, id, carer };
  };
  const namesOf = async (carer: TestClient): Promise<MyInvitation[]> =>
    (await carer.call(myInvitationRoutes.list)).body.items;
  const accept = (carer: TestClient, accessIds: string[], idempotencyKey: string) =>
    carer.call(myInvitationRoutes.accept, {
      body: { accessIds, proceed: 'yes', confirmed: true },
      idempotencyKey,
    });
  const stateOf = async (id: string) =>
    (await olivia.call(invitationRoutes.get, { params: { id } })).body.state;
  const tasksAbout = async (id: string) =>
    (await council.openTasks(olivia)).filter(({ about }) => about?.id === id);

  it('refuses ids of another carer and changes nothing', async () => {
    const mine = await setUp('Mine');
    const theirs = await setUp('Theirs');
    const ids = [...(await namesOf(mine.carer)), ...(await namesOf(theirs.carer))].map(
      ({ accessId }) => accessId,
    );
    const refused = await accept(mine.carer, ids, 'foreign');
    expect(refused).toMatchObject({ status: 409, body: { code: 'INVITATIONS_CHANGED' } });
    for (const { carer, id } of [mine, theirs]) {
      expect((await namesOf(carer)).map(({ state }) => state)).toEqual(['awaiting_carer', 'awaiting_carer']);
      expect(await stateOf(id)).toBe('linked');
      expect(await tasksAbout(id)).toEqual([]);
    }
  });

  it('takes a double click once, and refuses a second tab', async () => {
    const { carer, id } = await setUp('Double');
    const ids = (await namesOf(carer)).map(({ accessId }) => accessId);
    const [first, again] = await Promise.all([accept(carer, ids, 'click'), accept(carer, ids, 'click')]);
    expect(first.status).toBe(200);
    expect(again.body).toEqual(first.body);
    const tab = await accept(carer, ids, 'other tab');
    expect(tab).toMatchObject({ status: 409, body: { code: 'INVITATIONS_CHANGED' } });
    expect(await tasksAbout(id)).toHaveLength(1);
  });

  it('leaves unticked names open, to be accepted later', async () => {
    const { carer, id } = await setUp('Partial', 2);
    const accepted = await council.accept(carer, 1);
    expect(accepted.body.items.map(({ state }) => state)).toEqual([
      'awaiting_activation',
      'awaiting_carer',
      'awaiting_carer',
    ]);
    expect(await stateOf(id)).toBe('accepted');
    expect((await council.accept(carer)).status).toBe(200);
    expect((await namesOf(carer)).every(({ state }) => state === 'awaiting_activation')).toBe(true);
  });

  it('tells the team of a No, and closes the invitation with the last name', async () => {
    const { carer, id } = await setUp('Refusing');
    const [own, child] = await namesOf(carer);
    const decline = (accessId: string) =>
      carer.call(myInvitationRoutes.decline, { params: { id: accessId }, body: { reason: 'Not now' } });
    expect((await decline(child!.accessId)).body.items.map(({ accessId }) => accessId)).toEqual([
      own!.accessId,
    ]);
    expect((await decline(child!.accessId)).status).toBe(404);
    expect(await stateOf(id)).toBe('linked');
    await decline(own!.accessId);
    expect(await stateOf(id)).toBe('declined');
    expect(await tasksAbout(id)).toMatchObject([{ kind: 'invitation_declined', isUrgent: false }]);
  });

  it('hides an unexpected name and alerts the team at once', async () => {
    const { carer, id } = await setUp('Surprised');
    const [own, child] = await namesOf(carer);
    const left = await carer.call(myInvitationRoutes.reportUnexpected, { params: { id: child!.accessId } });
    expect(left.body.items.map(({ accessId }) => accessId)).toEqual([own!.accessId]);
    expect(await tasksAbout(id)).toMatchObject([{ kind: 'unexpected_invitation_reported', isUrgent: true }]);
  });

  it('merges two invitations for one person into one list', async () => {
    const family = await council.family(olivia, 'Merged', 2);
    const [first, second] = [family.all.slice(0, 2), family.all.slice(2)];
    const one = await council.inviteAndConfirm(olivia, family.carerId, first);
    const two = await council.inviteAndConfirm(olivia, family.carerId, second);
    const carer = await council.signUp(family.email, family.number);
    expect(await namesOf(carer)).toHaveLength(3);
    expect((await council.accept(carer)).body.items).toHaveLength(3);
    expect([await stateOf(one.id), await stateOf(two.id)]).toEqual(['accepted', 'accepted']);
  });

  it('invites nobody twice for one name, also when two workers press at once', async () => {
    const family = await council.family(olivia, 'Raced');
    const daniel = await council.workerAt('Daniel');
    const both = [olivia, daniel].map((worker) => council.invite(worker, family.carerId, family.all));
    const statuses = (await Promise.all(both)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409]);
  });
});
