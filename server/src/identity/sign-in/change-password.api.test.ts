import { mySignInRoutes, signInRoutes } from '@cso/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../database/database.js';
import { openTestIdentity, type TestIdentity } from '../../testing/test-identity.js';
import { PASSWORD, TestCarer } from '../../testing/test-carer.js';

const NEXT = 'Kestrel-over-4-fens';

describe.each(['sqlite', 'mariadb'] as const)('changing the password on %s', (engine) => {
  let service: TestIdentity;
  let carer: TestCarer;
  let people = 0;
  beforeAll(async () => void (service = await openTestIdentity(engine)));
  afterAll(() => service.close());
  beforeEach(async () => {
    people += 1;
    service.clock.advance(48 * 3_600_000);
    carer = new TestCarer(service, `carer${people}@carers.example`);
    await carer.setUp(`07400 ${100_000 + people}`);
  });

  const change = (currentPassword = PASSWORD, password = NEXT, passwordConfirmation = password) =>
    carer.browser.call(mySignInRoutes.changePassword, {
      body: { currentPassword, password, passwordConfirmation },
    });
  const elsewhere = () => new TestCarer(service, carer.email);
  const mails = async () => {
    await service.deliver();
    return service.gateways.mails.filter(({ to }) => to === carer.email);
  };

  it('lets the new one in and the old one no more', async () => {
    expect((await change()).status).toBe(204);
    expect(await elsewhere().signIn()).toMatchObject({ status: 401, body: { code: 'AUTH_FAILED' } });
    expect((await elsewhere().signIn(NEXT)).body.stage).toBe('phone_check');
  });

  it('tells the carer, without anything personal', async () => {
    await change();
    const mail = (await mails()).at(-1)!;
    expect(mail.subject).toContain('password was changed');
    expect(mail.text).not.toMatch(/Robin|Okafor|Kestrel|carer\d/);
  });

  it('goes on here under a new id for as long as before, and logs every other device out', async () => {
    service.clock.advance(2 * 60_000);
    const phone = elsewhere();
    await phone.signIn();
    await phone.proveByText();
    const half = elsewhere();
    await half.signIn();
    const { times } = (await carer.session()).body;
    const [own] = (await carer.browser.call(mySignInRoutes.listSessions)).body.items.filter(
      ({ isCurrent }) => isCurrent,
    );
    await change();
    expect((await carer.session()).body).toMatchObject({
      stage: 'signed_in',
      times: { absoluteRemainingMs: times!.absoluteRemainingMs },
    });
    const { items } = (await carer.browser.call(mySignInRoutes.listSessions)).body;
    expect(items).toHaveLength(1);
    expect(items[0]!.id).not.toBe(own!.id);
    for (const other of [phone, half]) expect((await other.session()).body.stage).toBe('signed_out');
  });

  it('asks for the present one, under the limits of signing in', async () => {
    for (let failure = 0; failure < 5; failure += 1) {
      expect(await change('Wrong-horse-1')).toMatchObject({ status: 401, body: { code: 'AUTH_FAILED' } });
    }
    expect(await change()).toMatchObject({ status: 429, body: { code: 'TOO_MANY_TRIES' } });
    expect((await carer.session()).body.stage).toBe('signed_in');
    service.clock.advance(1000);
    expect((await change()).status).toBe(204);
  });

  it.each([
    ['is too simple', 'hedgehog', undefined, { password: 'PASSWORD_TOO_SIMPLE' }],
    ['is typed in two ways', NEXT, `${NEXT}x`, { passwordConfirmation: 'PASSWORDS_DIFFER' }],
    ['is the present one', PASSWORD, undefined, { password: 'PASSWORD_IS_CURRENT' }],
    ['is the own name', 'Robin-Okafor-1', undefined, { password: 'PASSWORD_TOO_COMMON' }],
  ])('refuses one that %s', async (_, password, confirmation, fields) => {
    expect(await change(PASSWORD, password, confirmation)).toMatchObject({
      status: 422,
      body: { code: 'PASSWORD_REFUSED', fields },
    });
    expect((await mails()).at(-1)!.subject).not.toContain('changed');
  });

  it('makes one change of two at once', async () => {
    const replies = await Promise.all([change(), change(PASSWORD, 'Otter-under-5-bridges')]);
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 401]);
    expect((await mails()).filter(({ subject }) => subject.includes('changed'))).toHaveLength(1);
  });

  it('is not for somebody half signed in', async () => {
    await carer.browser.call(signInRoutes.signOut);
    await carer.signIn();
    expect(await change()).toMatchObject({ status: 401, body: { code: 'NOT_SIGNED_IN' } });
  });

  it('9.2 stands in the audit log, done or refused', async () => {
    await change('Wrong-horse-1');
    await change();
    const log = await service
      .get(Database)
      .query<{ action: string; outcome: string }[]>(
        'SELECT action, outcome FROM audit_events ORDER BY seq DESC LIMIT 2',
      );
    expect(log.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'password.changed done',
      'sign_in.password_tried refused',
    ]);
  });
});
