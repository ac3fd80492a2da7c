import { signInRoutes, workerSignInRoutes } from '@cso/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PasswordHash } from '../../crypto/password-hash.js';
import { Database } from '../../database/database.js';
import { RecoveryCodes, WorkerCredentials } from '../../staff/index.js';
import { openTestIdentity, type TestIdentity } from '../../testing/test-identity.js';
import { TestWorker, totp, WORKER_PASSWORD } from '../../testing/test-worker.js';
import { EmailAddresses } from '../email-address.js';
import { PasswordAttempts } from '../sign-in/password-attempts.js';

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
  afterEach(() => vi.restoreAllMocks());
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

  const refusedCodes = async () => {
    const sql = `SELECT seq FROM audit_events WHERE action = 'worker_sign_in.code_tried' AND outcome = 'refused'`;
    return (await service.get(Database).query<unknown[]>(sql)).length;
  };

  it('9.2 a code of the app that another request has just used is refused with an audit row', async () => {
    await worker.givePassword();
    const before = await refusedCodes();
    vi.spyOn(service.get(WorkerCredentials), 'useTotpStep').mockResolvedValueOnce(false);
    expect((await worker.giveCode(totp(service))).status).toBe(422);
    expect(await refusedCodes()).toBe(before + 1);
    expect((await worker.giveCode(totp(service))).status).toBe(200);
  });

  it('9.2 a recovery code that another request has just used is refused with an audit row', async () => {
    await worker.givePassword();
    const before = await refusedCodes();
    const codes = service.get(RecoveryCodes);
    vi.spyOn(codes, 'findTyped').mockResolvedValueOnce('019c0000-0000-7000-8000-000000000009');
    const body = { code: 'ABCD-EFGH' };
    expect((await worker.app.call(workerSignInRoutes.useRecoveryCode, { body })).status).toBe(422);
    expect(await refusedCodes()).toBe(before + 1);
  });

  it('6 a secret that was offered while the codes of the last one were checked is not enrolled', async () => {
    const added = await TestWorker.add(service, `hasty${people}@council.example`);
    worker = added.worker;
    await setPassword(added.token);
    await worker.givePassword();
    const first = fromBase32((await worker.app.call(workerSignInRoutes.enrolTotp)).body.secret);
    const codes = service.get(RecoveryCodes);
    const make = codes.make.bind(codes);
    vi.spyOn(codes, 'make').mockImplementationOnce(async () => {
      await worker.app.call(workerSignInRoutes.enrolTotp);
      return make();
    });
    const body = { firstCode: totp(service, first, -1), secondCode: totp(service, first) };
    const before = await refusedCodes();
    expect(await worker.app.call(workerSignInRoutes.confirmTotp, { body })).toMatchObject({
      status: 422,
      body: { code: 'CODE_NOT_ACCEPTED' },
    });
    expect(await refusedCodes()).toBe(before + 1);
    expect((await worker.givePassword()).body.session.stage).toBe('totp_enrolment');
  });

  it('5.9 a worker’s password that was reset while it was checked opens no session', async () => {
    const hashes = service.get(PasswordHash);
    const credentials = service.get(WorkerCredentials);
    const { workerId } = (await credentials.findByEmailKey(service.get(EmailAddresses).keyOf(worker.email)))!;
    vi.spyOn(service.get(PasswordAttempts), 'renewedHash').mockImplementationOnce(async (password) => {
      await credentials.setPassword(workerId, await hashes.hash('Heron-by-6-broads'));
      return hashes.hash(password);
    });
    expect(await worker.givePassword()).toMatchObject({ status: 401, body: { code: 'AUTH_FAILED' } });
    expect((await worker.givePassword('Heron-by-6-broads')).status).toBe(200);
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

  it('5.2 mails the reset code to the worker’s address on record, however it was typed', async () => {
    const body = { email: `ｗ${worker.email.slice(1)}` };
    await worker.app.call(workerSignInRoutes.requestReset, { body });
    await service.deliver();
    expect(service.gateways.mails.at(-1)?.to).toBe(worker.email);
  });

  it('a forgotten password is set anew by a mailed code in the same app; the authenticator is still asked', async () => {
    const ask = (email: string) => worker.app.call(workerSignInRoutes.requestReset, { body: { email } });
    const unknown = await ask(`nobody${people}@council.example`);
    const started = await ask(worker.email);
    expect(Object.keys(started.body)).toEqual(Object.keys(unknown.body));
    worker.app.token = started.body.token;
    expect((await worker.app.call(workerSignInRoutes.getSession)).body.stage).toBe('resetting_password');
    expect((await worker.app.call(signInRoutes.getSession)).body).toEqual({ stage: 'signed_out' });
    expect((await worker.app.call(signInRoutes.resendReset)).status).toBe(403);
    await service.deliver();
    const mail = service.gateways.mails.findLast(({ to }) => to === worker.email);
    const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '';
    const password = 'Heron-by-6-broads';
    const reset = await worker.app.call(signInRoutes.resetPassword, {
      body: { code, password, passwordConfirmation: password },
    });
    expect(reset.status).toBe(204);
    const [audited] = await service
      .get(Database)
      .query<{ actorKind: string; actorId: null }[]>(
        `SELECT actorKind, actorId FROM audit_events WHERE action = 'password.reset' ORDER BY seq DESC LIMIT 1`,
      );
    expect(audited).toEqual({ actorKind: 'claimant', actorId: null });
    await service.deliver();
    expect(service.gateways.mails.at(-1)).toMatchObject({
      to: worker.email,
      subject: expect.stringMatching(/staff password was changed$/),
    });
    worker.app.token = null;
    expect((await worker.givePassword(password)).body.session.stage).toBe('totp_check');
  });
});
