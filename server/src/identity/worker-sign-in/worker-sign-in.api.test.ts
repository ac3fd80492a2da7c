import { signInRoutes, workerSignInRoutes } from '@cso/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestIdentity, type TestIdentity } from '../../testing/test-identity.js';
import { TestWorker, totp, WORKER_PASSWORD } from '../../testing/test-worker.js';

/** RFC 4648, as an authenticator app reads the secret that it scanned. */
function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

describe.each(['sqlite', 'mariadb'] as const)('workers signing in on %s', (engine) => {
  let service: TestIdentity;
  let worker: TestWorker;
  let people = 0;
  beforeAll(async () => void (service = await openTestIdentity(engine)));
  afterAll(() => service.close());
  beforeEach(async () => {
    people += 1;
    service.clock.advance(48 * 3_600_000);
    worker = await TestWorker.enrolled(service, `worker${people}@council.example`);
  });

  const setPassword = (token: string, password = WORKER_PASSWORD) =>
    worker.app.call(workerSignInRoutes.setPassword, {
      body: { token, password, passwordConfirmation: password },
    });

  it('needs the password and the code of the app, and tells the role’s permissions', async () => {
    expect((await worker.givePassword()).body.session.stage).toBe('totp_check');
    expect((await worker.giveCode(totp(service))).body.session).toMatchObject({
      stage: 'signed_in',
      worker: {
        name: 'Sam Fielding',
        role: 'caseworker',
        permissions: expect.arrayContaining(['invite-carers']),
      },
    });
  });

  it('a new worker sets a password once by the link, enrols the app by two codes and gets ten recovery codes', async () => {
    const added = await TestWorker.add(service, `new${people}@council.example`);
    worker = added.worker;
    expect((await setPassword(added.token)).status).toBe(204);
    expect(await setPassword(added.token)).toMatchObject({ status: 409, body: { code: 'LINK_NOT_USABLE' } });
    expect((await worker.givePassword()).body.session.stage).toBe('totp_enrolment');
    const { body } = await worker.app.call(workerSignInRoutes.enrolTotp);
    const secret = fromBase32(body.secret);
    expect(secret).toHaveLength(20);
    const confirm = (firstCode: string, secondCode: string) =>
      worker.app.call(workerSignInRoutes.confirmTotp, { body: { firstCode, secondCode } });
    const now = totp(service, secret);
    expect(await confirm(now, now)).toMatchObject({ status: 422, body: { code: 'CODE_NOT_ACCEPTED' } });
    const confirmed = await confirm(totp(service, secret, -1), now);
    expect(confirmed.body.recoveryCodes).toHaveLength(10);
    expect(confirmed.body.session).toMatchObject({ stage: 'signed_in', worker: { recoveryCodesLeft: 10 } });
    await worker.givePassword();
    expect((await worker.giveCode(now)).status).toBe(422);
    const [code = ''] = confirmed.body.recoveryCodes;
    const use = () => worker.app.call(workerSignInRoutes.useRecoveryCode, { body: { code } });
    const used = await use();
    expect(used.body.session).toMatchObject({ worker: { recoveryCodesLeft: 9 } });
    await worker.givePassword();
    expect((await use()).status).toBe(422);
  });

  it('the set-password link dies after a day', async () => {
    const added = await TestWorker.add(service, `late${people}@council.example`);
    service.clock.advance(24 * 3_600_000);
    expect(await setPassword(added.token)).toMatchObject({ body: { code: 'LINK_NOT_USABLE' } });
  });

  it('6 a code of the app is good once, however many use it at once', async () => {
    const code = totp(service);
    const apps = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const same = new TestWorker(service, worker.email);
        await same.givePassword();
        return same;
      }),
    );
    const replies = await Promise.all(apps.map((same) => same.giveCode(code)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 422 || status === 429)).toHaveLength(4);
  });

  it('the eleventh code in 15 minutes is not evaluated', async () => {
    await worker.givePassword();
    for (let tries = 0; tries < 10; tries += 1) expect((await worker.giveCode('000000')).status).toBe(422);
    expect(await worker.giveCode(totp(service))).toMatchObject({
      status: 429,
      body: { code: 'TOO_MANY_TRIES' },
    });
  });

  it('each step gives a new token and voids the last', async () => {
    await worker.givePassword();
    const pending = worker.app.token;
    await worker.giveCode(totp(service));
    worker.app.token = pending;
    expect((await worker.app.call(workerSignInRoutes.getSession)).body.stage).toBe('signed_out');
  });

  it('logging out voids the token at once', async () => {
    await worker.signIn();
    await worker.app.call(workerSignInRoutes.signOut);
    expect((await worker.app.call(workerSignInRoutes.getSession)).body).toEqual({ stage: 'signed_out' });
    expect((await worker.app.call(signInRoutes.recordActivity)).status).toBe(401);
  });

  it('5.9 the tenth wrong password locks; the right one gets the same answer', async () => {
    for (let failure = 0; failure < 10; failure += 1) {
      expect((await worker.givePassword('Wrong-horse-1')).status).toBe(401);
      service.clock.advance(16_000);
    }
    expect(await worker.givePassword()).toMatchObject({ status: 401, body: { code: 'AUTH_FAILED' } });
  });

  it('a forgotten password is set anew by a mailed code in the same app; the authenticator is still asked', async () => {
    const ask = (email: string) => worker.app.call(workerSignInRoutes.requestReset, { body: { email } });
    const unknown = await ask(`nobody${people}@council.example`);
    const started = await ask(worker.email);
    expect(Object.keys(started.body)).toEqual(Object.keys(unknown.body));
    worker.app.token = started.body.token;
    await service.deliver();
    const mail = service.gateways.mails.findLast(({ to }) => to === worker.email);
    const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '';
    const password = 'Heron-by-6-broads';
    const reset = await worker.app.call(signInRoutes.resetPassword, {
      body: { code, password, passwordConfirmation: password },
    });
    expect(reset.status).toBe(204);
    worker.app.token = null;
    expect((await worker.givePassword(password)).body.session.stage).toBe('totp_check');
  });
});
