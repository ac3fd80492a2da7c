import { AsyncLocalStorage } from 'node:async_hooks';
import { invitationRoutes, myInvitationRoutes, taskRoutes } from '@cso/contract';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Database } from '../database/database.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';
import { ExpireInvitations } from './expire-invitations.js';
import { Council, type Family } from '../testing/council.js';

const DAY = 86_400_000;

describeOnEachDatabase('an invitation over the days', (_, engine) => {
  let service: TestApp;
  let council: Council;
  let olivia: TestClient;

  beforeAll(async () => {
    service = await openTestApp(engine);
    council = new Council(service);
    olivia = await council.workerAt('Olivia');
  }, 30_000);
  afterAll(() => service.close());

  const invited = async (name: string, children = 1): Promise<Family & { id: string }> => {
    const family = await council.family(olivia, name, children);
    const { body } = await council.invite(olivia, family.carerId, family.all);
    return { ...family, id: body.id };
  };
  const confirm = async ({ id, email }: Family & { id: string }) =>
    council.confirm(olivia, id, await council.uniqueCode(email));
  const resend = (id: string) => olivia.call(invitationRoutes.resend, { params: { id } });
  const open = (token: string, browser = service.client('web')) =>
    browser.call(myInvitationRoutes.openLink, { body: { token } });
  const ask = (token: string) =>
    service.client('web').call(myInvitationRoutes.askForNewLink, { body: { token } });
  const kindsAbout = async (id: string) =>
    (await council.openTasks(olivia)).filter((task) => task.about?.id === id).map(({ kind }) => kind);
  const pass = async (ms: number) => {
    service.clock.advance(ms);
    await service.get(ExpireInvitations).run();
    olivia = await council.workerAt('Olivia');
  };
  const stateOf = async (id: string) =>
    (await olivia.call(invitationRoutes.get, { params: { id } })).body.state;

  it('5.2 resends the mail of the step with a new secret, and the old one is void', async () => {
    const family = await invited('Resent');
    const oldCode = await council.uniqueCode(family.email);
    await resend(family.id);
    expect((await council.confirm(olivia, family.id, oldCode)).status).toBe(422);
    await confirm(family);
    const oldToken = await council.linkToken(family.email);
    expect((await resend(family.id)).body.state).toBe('link_sent');
    expect(await open(oldToken)).toMatchObject({ status: 404, body: { code: 'LINK_NOT_USABLE' } });
    expect((await open(await council.linkToken(family.email))).status).toBe(200);
  });

  it('5.2 resends three times a day, and again the next day', async () => {
    const { id } = await invited('Thrice');
    const left: number[] = [];
    for (let time = 0; time < 3; time += 1) left.push((await resend(id)).body.resendsLeftToday);
    expect(left).toEqual([2, 1, 0]);
    const fourth = await resend(id);
    expect(fourth).toMatchObject({ status: 429, body: { code: 'RESEND_LIMIT_REACHED' } });
    await pass(DAY);
    expect((await resend(id)).status).toBe(200);
  });

  it('5.2 refuses a forwarded link to another signed-in address and tells the team', async () => {
    const family = await invited('Forwarded');
    await confirm(family);
    const token = await council.linkToken(family.email);
    const other = await invited('Receiver');
    await confirm(other);
    const stranger = await council.signUp(other.email, other.number);
    const refused = await open(token, stranger);
    expect(refused).toMatchObject({ status: 404, body: { code: 'LINK_NOT_USABLE' } });
    expect(await kindsAbout(family.id)).toEqual(['wrong_address_used']);
    expect((await open(token)).status).toBe(200);
  });

  it('5.2 answers every request for a new link alike, and makes one task of them', async () => {
    const family = await invited('Asking');
    await confirm(family);
    const token = await council.linkToken(family.email);
    const replies = [await ask(token), await ask(token), await ask('x'.repeat(43))];
    expect(replies.map(({ status, body }) => [status, body])).toEqual(Array(3).fill([204, undefined]));
    expect(await kindsAbout(family.id)).toEqual(['new_link_requested']);
    await resend(family.id);
    expect(await kindsAbout(family.id)).toEqual([]);
  });

  it('5.2 knows whose every dead link was: replaced, begun anew with a code, cancelled', async () => {
    const family = await invited('Deadlinks');
    await confirm(family);
    const first = await council.linkToken(family.email);
    await resend(family.id);
    const second = await council.linkToken(family.email);
    await ask(first);
    expect(await kindsAbout(family.id)).toEqual(['new_link_requested']);

    await pass(14 * DAY);
    await resend(family.id);
    expect(await kindsAbout(family.id)).toEqual([]);
    await ask(second);
    expect(await kindsAbout(family.id)).toEqual(['new_link_requested']);

    await confirm(family);
    const params = { id: family.id };
    await olivia.call(invitationRoutes.cancel, { params, body: { reason: 'Sent by mistake.' } });
    expect(await kindsAbout(family.id)).toEqual([]);
    for (const token of [first, second]) expect((await ask(token)).status).toBe(204);
    expect(await kindsAbout(family.id)).toEqual(['new_link_requested']);
  });

  it('5.2 does the same work for an unknown link, all but the task and the hint that there is one', async () => {
    const family = await invited('Unknowing');
    await confirm(family);
    const token = await council.linkToken(family.email);
    // Those of the request alone: the server's own jobs run meanwhile.
    const request = new AsyncLocalStorage<{ count: number }>();
    const database = service.get(Database);
    const original = database.run.bind(database);
    const run = vi.spyOn(database, 'run').mockImplementation((work) => {
      const statements = request.getStore();
      if (statements) statements.count += 1;
      return original(work);
    });
    const statements = (asked: string) => {
      const counted = { count: 0 };
      return request.run(counted, async () => (await ask(asked), counted.count));
    };
    const before = (await council.openTasks(olivia)).length;
    const [unknown, known] = [await statements('x'.repeat(43)), await statements(token)];
    run.mockRestore();
    expect(unknown).toBeGreaterThan(0);
    expect(known - unknown).toBe(2);
    expect(await council.openTasks(olivia)).toHaveLength(before + 1);
  });

  it('8.1 expires a code after 14 days, lists it first, and a reissue goes through to the end', async () => {
    const family = await invited('Late');
    await pass(14 * DAY - 1);
    expect(await stateOf(family.id)).toBe('code_sent');
    await pass(1);
    const { items } = (await olivia.call(invitationRoutes.list, { query: {} })).body;
    expect(items[0]!.state).toBe('expired');
    expect(await stateOf(family.id)).toBe('expired');
    expect(await kindsAbout(family.id)).toEqual(['invitation_expired']);

    const reissued = await resend(family.id);
    expect(reissued.body.accesses.map(({ state }) => state)).toEqual(['proposed', 'proposed']);
    expect(await kindsAbout(family.id)).toEqual([]);
    expect((await confirm(family)).body.state).toBe('link_sent');
    const carer = await council.signUp(family.email, family.number);
    expect((await council.accept(carer)).body.items).toHaveLength(2);
  });

  it('5.2 expires a link after 14 days, opened or not, and a reissue begins with a code', async () => {
    const family = await invited('Slow');
    await confirm(family);
    const token = await council.linkToken(family.email);
    await pass(14 * DAY - 1);
    expect((await open(token)).status).toBe(200);
    const carer = await council.signUp(family.email, family.number);
    expect((await carer.call(myInvitationRoutes.list)).body.items).toHaveLength(2);
    expect(await stateOf(family.id)).toBe('linked');
    service.clock.advance(1);
    expect((await carer.call(myInvitationRoutes.list)).body.items).toEqual([]);
    await pass(0);
    expect(await stateOf(family.id)).toBe('expired');
    expect((await open(token)).status).toBe(404);
    expect((await ask(token)).status).toBe(204);
    expect((await kindsAbout(family.id)).sort()).toEqual(['invitation_expired', 'new_link_requested']);
    const reissued = await resend(family.id);
    expect(reissued.body).toMatchObject({ state: 'code_sent', confirmedBy: null, identifiedBy: null });
  });

  it('8.1 lets the names left unticked run out, and keeps those that were accepted', async () => {
    const family = await invited('Partly', 2);
    await confirm(family);
    const carer = await council.signUp(family.email, family.number);
    await council.accept(carer, 1);
    await pass(14 * DAY);
    const { body } = await olivia.call(invitationRoutes.get, { params: { id: family.id } });
    expect(body.state).toBe('accepted');
    expect(body.accesses.map(({ state }) => state).sort()).toEqual([
      'awaiting_activation',
      'expired',
      'expired',
    ]);
    expect((await kindsAbout(family.id)).sort()).toEqual(['activation_waiting', 'invitation_expired']);
    await service.get(ExpireInvitations).run();
    const { items } = (await olivia.call(taskRoutes.list, { query: { view: 'available' } })).body;
    expect(items.filter(({ about }) => about?.id === family.id)).toHaveLength(2);
    expect((await council.invite(olivia, family.carerId, family.childIds.slice(0, 1))).status).toBe(200);
  });

  it('5.1 leaves a locked invitation to the team manager, however old it is', async () => {
    const { id } = await invited('Stuck');
    for (let time = 0; time < 5; time += 1) await council.confirm(olivia, id, 'ABCD-2345');
    await pass(15 * DAY);
    expect(await stateOf(id)).toBe('locked');
  });
});
