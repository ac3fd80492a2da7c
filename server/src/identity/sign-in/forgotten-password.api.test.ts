import { signInRoutes } from '@cso/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestIdentity, type TestIdentity } from '../../testing/test-identity.js';
import { PASSWORD, TestCarer } from '../../testing/test-carer.js';

const NEW = 'Kestrel-over-4-fens';

describe.each(['sqlite', 'mariadb'] as const)('a forgotten password on %s', (engine) => {
  let service: TestIdentity;
  let known: TestCarer;
  let people = 0;
  beforeAll(async () => void (service = await openTestIdentity(engine)));
  afterAll(() => service.close());
  beforeEach(async () => {
    people += 1;
    service.clock.advance(48 * 3_600_000);
    known = new TestCarer(service, `carer${people}@carers.example`);
    await known.setUp(`07400 ${String(100_000 + people)}`);
    await known.browser.call(signInRoutes.signOut);
  });

  const elsewhere = () => new TestCarer(service, known.email, service.client('web', '198.51.100.1'));
  const ask = (carer: TestCarer) =>
    carer.browser.call(signInRoutes.requestReset, { body: { email: carer.email } });
  const resend = (carer: TestCarer) => carer.browser.call(signInRoutes.resendReset);
  const reset = (carer: TestCarer, code: string, password = NEW) =>
    carer.browser.call(signInRoutes.resetPassword, {
      body: { code, password, passwordConfirmation: password },
    });

  it('sets a new one by a code in the same browser, ends every session and checks the phone at sign-in', async () => {
    await known.signIn();
    await known.proveByText();
    const forgetful = elsewhere();
    await ask(forgetful);
    const code = await forgetful.mailedCode();
    const other = elsewhere();
    await ask(other);
    expect((await reset(other, code)).status).toBe(401);
    expect((await reset(forgetful, code)).status).toBe(204);
    expect((await known.session()).body.stage).toBe('signed_out');
    expect((await forgetful.session()).body.stage).toBe('signed_out');
    await service.deliver();
    expect(service.gateways.mails.at(-1)?.text).not.toContain('carer');
    expect((await elsewhere().signIn(PASSWORD)).status).toBe(401);
    expect((await elsewhere().signIn(NEW)).body.stage).toBe('phone_check');
  });

  it('refuses the current password and a weak one, without using up the code', async () => {
    const forgetful = elsewhere();
    await ask(forgetful);
    const code = await forgetful.mailedCode();
    const refusals = [
      ['short', 'PASSWORD_TOO_SHORT'],
      ['Sunshine123!', 'PASSWORD_TOO_COMMON'],
      [PASSWORD, 'PASSWORD_IS_CURRENT'],
    ] as const;
    for (const [password, field] of refusals) {
      expect(await reset(forgetful, code, password)).toMatchObject({
        status: 422,
        body: { code: 'PASSWORD_REFUSED', fields: { password: field } },
      });
    }
    expect((await reset(forgetful, code)).status).toBe(204);
  });

  it('5.2 mails the code to the address on record, however it was typed', async () => {
    await known.browser.call(signInRoutes.requestReset, { body: { email: `ｃ${known.email.slice(1)}` } });
    await service.deliver();
    expect(service.gateways.mails.at(-1)?.to).toBe(known.email);
  });

  it('sends a new code to the address that the browser asked for, and voids the old one', async () => {
    const forgetful = elsewhere();
    await ask(forgetful);
    const old = await forgetful.mailedCode();
    expect((await forgetful.session()).body.stage).toBe('resetting_password');
    expect((await resend(forgetful)).status).toBe(200);
    expect((await reset(forgetful, old)).status).toBe(401);
    expect((await reset(forgetful, await forgetful.mailedCode())).status).toBe(204);
    expect(await resend(forgetful)).toMatchObject({ status: 401, body: { code: 'NOT_SIGNED_IN' } });
  });

  it('5.3 sends no more than 5 codes an hour to an address, asked for anew or again', async () => {
    const forgetful = elsewhere();
    await ask(forgetful);
    for (let sent = 1; sent < 5; sent += 1) expect((await resend(forgetful)).status).toBe(200);
    expect(await resend(forgetful)).toMatchObject({ status: 429, body: { code: 'TOO_MANY_SENDS' } });
    expect((await ask(forgetful)).status).toBe(429);
  });

  it('4 answers an unknown address alike and sends nothing', async () => {
    const forgetful = elsewhere();
    const real = await ask(forgetful);
    const nobody = new TestCarer(service, `nobody${people}@carers.example`);
    expect((await ask(nobody)).body).toEqual(real.body);
    expect((await resend(nobody)).body).toEqual((await resend(forgetful)).body);
    expect(await nobody.mailedCode()).toBe('no code');
    expect((await reset(nobody, '123456')).status).toBe(401);
  });
});
