import {
  accessRoutes,
  accountRoutes,
  invitationRoutes,
  myInvitationRoutes,
  signInRoutes,
  taskRoutes,
  type MyInvitation,
} from '@cso/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { Council } from '../testing/council.js';

const AMIRA = 'amira.khan@carers.example';

describe.each(['sqlite', 'mariadb'] as const)('inviting a carer, on %s', (engine) => {
  let service: TestApp;
  let council: Council;
  let olivia: TestClient;
  let daniel: TestClient;
  let carer: TestClient;
  let amiraId: string;
  let leoId: string;
  let invitationId: string;
  let names: MyInvitation[];

  beforeAll(async () => {
    service = await openTestApp(engine);
    council = new Council(service);
    olivia = await council.workerAt('Olivia');
    daniel = await council.workerAt('Daniel');
    amiraId = await council.find(olivia, 'amira khan');
    leoId = await council.find(olivia, 'leo');
  }, 30_000);
  afterAll(() => service.close());

  it('sends e-mail 1 with a code and no link, once for one key', async () => {
    const first = await council.invite(olivia, amiraId, [amiraId, leoId], 'key-1');
    const again = await council.invite(olivia, amiraId, [amiraId, leoId], 'key-1');
    expect(first.status).toBe(200);
    expect(again.body).toEqual(first.body);
    invitationId = first.body.id;
    expect(await council.subjects(AMIRA)).toEqual(['Set up your Children’s Services Online account']);
    expect(await council.newestMail(AMIRA)).not.toMatch(/https?:\/\/\S*#/);
  });

  it('does not send a second invitation for a name that is under way', async () => {
    const second = await council.invite(olivia, amiraId, [leoId]);
    expect(second).toMatchObject({ status: 409, body: { code: 'INVITATION_ALREADY_OPEN' } });
  });

  it('5.1 refuses a wrong code and then takes the right one, typed in any way', async () => {
    const wrong = await council.confirm(olivia, invitationId, 'ABCD-2345');
    expect(wrong).toMatchObject({ status: 422, body: { code: 'CODE_NOT_ACCEPTED' } });
    const code = (await council.uniqueCode(AMIRA)).toLowerCase().replace('-', ' ');
    const right = await council.confirm(olivia, invitationId, code);
    expect(right.body).toMatchObject({
      state: 'link_sent',
      triesLeft: 3,
      identifiedBy: 'known_number_called_back',
    });
  });

  it('5.2 opens the link as often as a scanner likes, and a wrong one never', async () => {
    const browser = service.client('web');
    const token = await council.linkToken(AMIRA);
    for (let time = 0; time < 3; time += 1) {
      const opened = await browser.call(myInvitationRoutes.openLink, { body: { token } });
      expect(opened.body).toEqual({ isUsable: true });
    }
    const other = await browser.call(myInvitationRoutes.openLink, { body: { token: 'x'.repeat(43) } });
    expect(other).toMatchObject({ status: 404, body: { code: 'LINK_NOT_USABLE' } });
  });

  it('5.8 lists the names to the invited address alone', async () => {
    carer = await council.signUp(AMIRA);
    names = (await carer.call(myInvitationRoutes.list)).body.items;
    expect(names.map(({ name, isOwnAccount, state }) => [name, isOwnAccount, state])).toEqual([
      ['Amira Khan', true, 'awaiting_carer'],
      ['Leo Marsh', false, 'awaiting_carer'],
    ]);
  });

  it('5.8 takes all the ticked names or none', async () => {
    const accessIds = [...names.map(({ accessId }) => accessId), invitationId];
    const body = { accessIds, proceed: 'yes', confirmed: true } as const;
    const refused = await carer.call(myInvitationRoutes.accept, { body, idempotencyKey: 'all' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'INVITATIONS_CHANGED' } });
    const { items } = (await carer.call(myInvitationRoutes.list)).body;
    expect(items.every(({ state }) => state === 'awaiting_carer')).toBe(true);
  });

  it('gives the accepted names to the team, and nothing to the carer yet', async () => {
    const accessIds = names.map(({ accessId }) => accessId);
    const body = { accessIds, proceed: 'yes', confirmed: true } as const;
    const accepted = await carer.call(myInvitationRoutes.accept, { body, idempotencyKey: 'yes' });
    expect(accepted.body.items.map(({ state }) => state)).toEqual([
      'awaiting_activation',
      'awaiting_activation',
    ]);
    expect((await carer.call(accountRoutes.listMine)).body.items).toEqual([]);
    const { items } = (await daniel.call(taskRoutes.list, { query: { view: 'available' } })).body;
    expect(items).toMatchObject([{ kind: 'activation_waiting', personName: 'Amira Khan' }]);
  });

  it('5.10 keeps the inviter from activating', async () => {
    const { items } = (await olivia.call(accessRoutes.listActivations)).body;
    expect(items).toMatchObject([{ refusal: 'FOUR_EYES_NEEDED', phone: { comparison: 'match' } }]);
    const refused = await olivia.call(accessRoutes.activate, {
      params: { id: invitationId },
      body: { accessIds: items[0]!.accesses.map(({ id }) => id) },
      idempotencyKey: 'olivia',
    });
    expect(refused).toMatchObject({ status: 403, body: { code: 'FOUR_EYES_NEEDED' } });
  });

  it('5.10 lets another worker activate, sends e-mail 3 and closes the task', async () => {
    const [activation] = (await daniel.call(accessRoutes.listActivations)).body.items;
    const done = await daniel.call(accessRoutes.activate, {
      params: { id: invitationId },
      body: { accessIds: activation!.accesses.map(({ id }) => id) },
      idempotencyKey: 'daniel',
    });
    expect(done.body).toEqual({ outcome: 'activated' });
    expect((await council.subjects(AMIRA)).at(-1)).toBe('New Children’s Services Online activation');
    expect((await daniel.call(accessRoutes.listActivations)).body.items).toEqual([]);
    expect((await daniel.call(taskRoutes.list, { query: { view: 'available' } })).body.items).toEqual([]);
  });

  it('shows the carer their accounts, their own first, and nobody else’s', async () => {
    const { items } = (await carer.call(accountRoutes.listMine)).body;
    expect(items.map(({ name }) => name)).toEqual(['Amira Khan', 'Leo Marsh']);
    const own = await carer.call(accountRoutes.dashboard, { params: { id: leoId } });
    expect(own.body).toMatchObject({ name: 'Leo Marsh', newMessages: 0, itemsToView: 0, itemsToComplete: 0 });
    const kai = await council.find(olivia, 'kai');
    const foreign = await carer.call(accountRoutes.dashboard, { params: { id: kai } });
    const unknown = await carer.call(accountRoutes.dashboard, { params: { id: invitationId } });
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
  });

  it('takes an ended access away with the next request', async () => {
    const held = await daniel.call(accessRoutes.list, { query: { accountId: leoId } });
    const ended = await daniel.call(accessRoutes.end, {
      params: { id: held.body.items[0]!.id },
      body: { reason: 'The placement has ended.' },
    });
    expect(ended.body.state).toBe('ended');
    expect((await carer.call(accountRoutes.dashboard, { params: { id: leoId } })).status).toBe(404);
    expect((await carer.call(accountRoutes.listMine)).body.items).toHaveLength(1);
  });

  it('lists the invitation as activated, and says so in the session', async () => {
    const { items } = (await olivia.call(invitationRoutes.list, { query: {} })).body;
    expect(items.map(({ state }) => state)).toEqual(['activated']);
    const session = (await carer.call(signInRoutes.getSession)).body;
    expect(session).toMatchObject({ stage: 'signed_in', hasOpenInvitations: false });
  });
});
