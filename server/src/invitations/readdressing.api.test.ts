import { invitationRoutes, myInvitationRoutes, personRoutes, signUpRoutes } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';
import { Council, type Family } from '../testing/council.js';
import { ExpireInvitations } from './expire-invitations.js';

describeOnEachDatabase('8.1 an invitation whose carer has another address now', (_, engine) => {
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

  const linked = async (name: string, children = 1) => {
    const family = await council.family(olivia, name, children);
    const { id } = await council.inviteAndConfirm(olivia, family.carerId, family.all);
    return { ...family, id, token: await council.linkToken(family.email) };
  };
  const get = async (id: string) => (await olivia.call(invitationRoutes.get, { params: { id } })).body;
  const kindsAbout = async (id: string) =>
    (await council.openTasks(olivia)).filter((task) => task.about?.id === id).map(({ kind }) => kind);
  const changeEmail = ({ carerId }: Family, email: string) =>
    olivia.call(personRoutes.update, { params: { id: carerId }, body: { email } });
  const open = (token: string) =>
    service.client('web').call(myInvitationRoutes.openLink, { body: { token } });

  it('is superseded with its link, also for who types the old address, and the team is told', async () => {
    const family = await linked('Moving');
    await changeEmail(family, 'moved@carers.example');
    expect((await get(family.id)).state).toBe('superseded');
    expect(await open(family.token)).toMatchObject({ status: 404, body: { code: 'LINK_NOT_USABLE' } });
    expect(await kindsAbout(family.id)).toEqual(['invitation_readdressed']);
    expect((await get(family.id)).accesses.map(({ state }) => state)).toEqual(['expired', 'expired']);
    const sent = (await council.subjects(family.email)).length;
    await service.client('web').call(signUpRoutes.start, { body: { email: family.email } });
    expect(await council.subjects(family.email)).toHaveLength(sent);
  });

  it('stays dead when the address is changed back', async () => {
    const family = await linked('Returning');
    await changeEmail(family, 'away@carers.example');
    await changeEmail(family, family.email);
    expect((await open(family.token)).status).toBe(404);
    expect((await get(family.id)).state).toBe('superseded');
  });

  it('hands its names to the next one, once', async () => {
    const family = await linked('Handing', 2);
    await changeEmail(family, 'handed@carers.example');
    const next = await council.invite(olivia, family.carerId, [family.carerId]);
    expect(next.body.email).toBe('handed@carers.example');
    expect(next.body.accesses.map(({ accountId }) => accountId).sort()).toEqual([...family.all].sort());
    expect((await get(family.id)).accesses.map(({ state }) => state)).toEqual(Array(3).fill('cancelled'));
    expect(await kindsAbout(family.id)).toEqual([]);
    await olivia.call(invitationRoutes.cancel, {
      params: { id: next.body.id },
      body: { reason: 'Sent by mistake.' },
    });
    const third = await council.invite(olivia, family.carerId, [family.carerId]);
    expect(third.body.accesses).toHaveLength(1);
  });

  it('goes on while everything but the address changes', async () => {
    const family = await linked('Renaming');
    const body = { lastName: 'Renamed', email: family.email.toUpperCase() };
    await olivia.call(personRoutes.update, { params: { id: family.carerId }, body });
    expect((await open(family.token)).status).toBe(200);
    expect((await get(family.id)).state).toBe('link_sent');
  });

  it('keeps the names that were accepted and offers the others no longer', async () => {
    const family = await linked('Halfway');
    const carer = await council.signUp(family.email, family.number);
    await council.accept(carer, 1);
    await changeEmail(family, 'halved@carers.example');
    expect((await open(family.token)).status).toBe(404);
    const { items } = (await carer.call(myInvitationRoutes.list)).body;
    expect(items.map(({ state }) => state)).toEqual(['awaiting_activation']);
    expect((await kindsAbout(family.id)).sort()).toEqual(['activation_waiting', 'invitation_readdressed']);
    await service.get(ExpireInvitations).run();
    expect((await kindsAbout(family.id)).sort()).toEqual(['activation_waiting', 'invitation_readdressed']);
    expect((await council.activate(daniel, family.id)).body).toEqual({ outcome: 'activated' });
  });

  it('asks for no new one when every name is in use', async () => {
    const { id, carerId, ...family } = await council.acceptedFamily(olivia, 'Settled');
    await council.activate(daniel, id);
    await changeEmail({ ...family, carerId }, 'settled2@carers.example');
    expect(await kindsAbout(id)).toEqual([]);
    expect((await get(id)).state).toBe('activated');
  });
});
