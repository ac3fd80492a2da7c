import { accessRoutes, accountRoutes, invitationRoutes } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Accesses } from '../accounts/index.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';
import { Council } from '../testing/council.js';

const DAY_MS = 86_400_000;
const OTHER_PHONE = '07400 999111';

describeOnEachDatabase('5.10 activation', (_, engine) => {
  let service: TestApp;
  let council: Council;
  let olivia: TestClient;
  let daniel: TestClient;
  let ruth: TestClient;

  beforeAll(async () => {
    service = await openTestApp(engine);
    council = new Council(service);
    olivia = await council.workerAt('Olivia');
    daniel = await council.workerAt('Daniel');
    ruth = await council.workerAt('Ruth');
  }, 30_000);
  afterAll(() => service.close());

  const stateOf = async (id: string) =>
    (await olivia.call(invitationRoutes.get, { params: { id } })).body.state;
  const kindsAbout = async (id: string) =>
    (await council.openTasks(olivia)).filter((task) => task.about?.id === id).map(({ kind }) => kind);
  const refuse = (worker: TestClient, id: string, accessIds: string[]) =>
    worker.call(accessRoutes.refuse, { params: { id }, body: { accessIds, reason: 'The panel said no.' } });
  const accountsOf = async (carer: TestClient) => (await carer.call(accountRoutes.listMine)).body.items;

  it('takes two workers when the phone is not the one on file, and never the inviter', async () => {
    const { id, carer } = await council.acceptedFamily(olivia, 'Differing', { number: OTHER_PHONE });
    const listed = (await daniel.call(accessRoutes.listActivations)).body.items;
    const shown = listed.find(({ invitationId }) => invitationId === id);
    expect(shown).toMatchObject({ needsSecondApprover: true, phone: { comparison: 'differs' } });
    expect(shown!.phone).toMatchObject({ enrolled: '07400 999 111', onFile: '07400 123 501' });

    const first = await council.activate(daniel, id, undefined, 'first');
    expect(first.body).toEqual({ outcome: 'needs_second_approver' });
    expect((await council.activate(daniel, id, undefined, 'first')).body).toEqual(first.body);
    expect(await kindsAbout(id)).toEqual(['second_approval_needed']);
    expect(await accountsOf(carer)).toEqual([]);
    const own = await council.activate(daniel, id);
    expect(own).toMatchObject({ status: 403, body: { code: 'SECOND_APPROVER_NEEDED' } });
    const inviter = await council.activate(olivia, id);
    expect(inviter).toMatchObject({ status: 403, body: { code: 'FOUR_EYES_NEEDED' } });

    expect((await council.activate(ruth, id)).body).toEqual({ outcome: 'activated' });
    expect(await accountsOf(carer)).toHaveLength(2);
    expect(await kindsAbout(id)).toEqual([]);
  });

  it('asks two workers for each name: one accepted later does not go in under an earlier approval', async () => {
    const family = await council.family(olivia, 'Growing');
    const { id } = await council.inviteAndConfirm(olivia, family.carerId, family.all);
    const carer = await council.signUp(family.email, OTHER_PHONE);
    const [seen] = (await council.accept(carer, 1)).body.items;
    await council.accept(carer, 1);
    await council.activate(daniel, id, [seen!.accessId]);
    expect((await kindsAbout(id)).sort()).toEqual(['activation_waiting', 'second_approval_needed']);

    expect((await council.activate(ruth, id)).body).toEqual({ outcome: 'needs_second_approver' });
    expect(await accountsOf(carer)).toHaveLength(1);
    expect(await kindsAbout(id)).toEqual(['second_approval_needed']);
    expect((await council.activate(daniel, id)).body).toEqual({ outcome: 'activated' });
    expect(await accountsOf(carer)).toHaveLength(2);
    expect(await kindsAbout(id)).toEqual([]);
  });

  it('lets the first approver go on with a name that nobody has approved yet', async () => {
    const family = await council.family(olivia, 'Following');
    const { id } = await council.inviteAndConfirm(olivia, family.carerId, family.all);
    const carer = await council.signUp(family.email, OTHER_PHONE);
    await council.accept(carer, 1);
    await council.activate(daniel, id);
    await council.accept(carer, 1);
    expect((await council.activate(daniel, id)).body).toEqual({ outcome: 'needs_second_approver' });
    const { items } = (await ruth.call(accessRoutes.listActivations)).body;
    const shown = items.find(({ invitationId }) => invitationId === id);
    expect(shown!.accesses.map(({ firstApprovedBy }) => firstApprovedBy)).toEqual(
      Array(2).fill('Daniel Osei'),
    );
    expect(await accountsOf(carer)).toEqual([]);
  });

  it('counts one first approval of a name, and none that was read before it', async () => {
    const { id } = await council.acceptedFamily(olivia, 'Raced');
    const accesses = service.get(Accesses);
    const [read] = await accesses.listOf(id);
    const workers = await Promise.all(['Daniel', 'Ruth'].map((name) => council.workerId(name)));
    const first = await Promise.all(workers.map((worker) => accesses.approveFirst(read!, worker)));
    expect(first.sort()).toEqual([false, true]);
    expect(await accesses.activate(read!)).toBe(false);
  });

  it('repeats the answer for one key, and does and mails it once', async () => {
    const { id, accessIds, email } = await council.acceptedFamily(olivia, 'Twice');
    const once = await council.activate(daniel, id, accessIds, 'one key');
    const again = await council.activate(daniel, id, accessIds, 'one key');
    expect([once.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(once.body);
    const late = await council.activate(ruth, id, accessIds);
    expect(late).toMatchObject({ status: 409, body: { code: 'STATE_CHANGED' } });
    const subjects = await council.subjects(email);
    expect(subjects.filter((subject) => subject.startsWith('New '))).toHaveLength(1);
  });

  it('does nothing at all when one of the names was withdrawn meanwhile', async () => {
    const { id, accessIds, carer, email } = await council.acceptedFamily(olivia, 'Withdrawn', {
      children: 2,
    });
    await refuse(ruth, id, accessIds.slice(0, 1));
    const late = await council.activate(daniel, id, accessIds);
    expect(late).toMatchObject({ status: 409, body: { code: 'STATE_CHANGED' } });
    expect(await accountsOf(carer)).toEqual([]);
    expect((await council.subjects(email)).join()).not.toContain('New ');
    const unknown = await council.activate(daniel, id, [crypto.randomUUID()]);
    expect(unknown).toMatchObject({ status: 409, body: { code: 'STATE_CHANGED' } });
  });

  it('leaves the names that were not activated waiting', async () => {
    const { id, accessIds, carer } = await council.acceptedFamily(olivia, 'Waiting');
    await council.activate(daniel, id, accessIds.slice(0, 1));
    expect(await accountsOf(carer)).toHaveLength(1);
    expect(await stateOf(id)).toBe('accepted');
    expect(await kindsAbout(id)).toEqual(['activation_waiting']);
    await council.activate(daniel, id);
    expect(await stateOf(id)).toBe('activated');
    expect(await kindsAbout(id)).toEqual([]);
  });

  it('refuses with a reason: what was refused is closed, the rest goes on', async () => {
    const { id, accessIds, carer } = await council.acceptedFamily(olivia, 'Refused');
    expect((await refuse(daniel, id, accessIds.slice(0, 1))).status).toBe(204);
    expect(await stateOf(id)).toBe('accepted');
    expect((await refuse(daniel, id, accessIds)).body).toMatchObject({ code: 'STATE_CHANGED' });
    await refuse(daniel, id, accessIds.slice(1));
    expect(await stateOf(id)).toBe('declined');
    expect(await kindsAbout(id)).toEqual([]);
    expect(await accountsOf(carer)).toEqual([]);
  });

  it('goes back to the carer when every accepted name was refused and others are unanswered', async () => {
    const family = await council.family(olivia, 'Reopened');
    const { id } = await council.inviteAndConfirm(olivia, family.carerId, family.all);
    const carer = await council.signUp(family.email, family.number);
    const [first] = (await council.accept(carer, 1)).body.items;
    await refuse(daniel, id, [first!.accessId]);
    expect(await stateOf(id)).toBe('linked');
    expect((await council.accept(carer)).status).toBe(200);
  });

  it('8.2 waits for a day when the carer has changed the phone', async () => {
    const { id, carer, number } = await council.acceptedFamily(olivia, 'Held');
    await council.changePhone(carer, number, '07400 999333');
    const { items } = (await daniel.call(accessRoutes.listActivations)).body;
    const shown = items.find(({ invitationId }) => invitationId === id);
    expect(shown).toMatchObject({ refusal: 'PHONE_JUST_CHANGED', phone: { comparison: 'differs' } });
    const early = await council.activate(daniel, id);
    expect(early).toMatchObject({ status: 409, body: { code: 'PHONE_JUST_CHANGED' } });
    service.clock.advance(DAY_MS);
    daniel = await council.workerAt('Daniel');
    expect((await council.activate(daniel, id)).body).toEqual({ outcome: 'needs_second_approver' });
  });
});

describeOnEachDatabase('5.10 activation without four eyes', (_, engine) => {
  let service: TestApp;
  beforeAll(async () => {
    service = await openTestApp(engine, { FOUR_EYES_ACTIVATION: 'false' });
  }, 30_000);
  afterAll(() => service.close());

  it('lets the inviter activate, but not give both approvals of a differing phone', async () => {
    const council = new Council(service);
    const olivia = await council.workerAt('Olivia');
    const same = await council.acceptedFamily(olivia, 'Alone');
    expect((await council.activate(olivia, same.id)).body).toEqual({ outcome: 'activated' });
    const other = await council.acceptedFamily(olivia, 'Apart', { number: OTHER_PHONE });
    await council.activate(olivia, other.id);
    const refused = await council.activate(olivia, other.id);
    expect(refused).toMatchObject({ status: 403, body: { code: 'SECOND_APPROVER_NEEDED' } });
  });
});
