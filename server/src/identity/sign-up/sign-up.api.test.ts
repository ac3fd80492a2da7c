import { challengeRoutes, signInRoutes, signUpRoutes } from '@cso/contract';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openTestIdentity, ports, type TestIdentity } from '../../testing/test-identity.js';
import { TestCarer, wrongCode } from '../../testing/test-carer.js';
import { AbandonedPhones } from '../phones/abandoned-phones.js';

describe.each(['sqlite', 'mariadb'] as const)('signing up on %s', (engine) => {
  let service: TestIdentity;
  beforeAll(async () => void (service = await openTestIdentity(engine)));
  afterAll(() => service.close());
  afterEach(() => {
    ports.isInvited = true;
    // Every test has its own hour and day, or they would use up each other's limits.
    service.clock.advance(48 * 3_600_000);
  });

  it('takes a carer from the verification code to the account, with two codes', async () => {
    const robin = new TestCarer(service, 'robin@carers.example');
    expect(await robin.verifyEmail()).toMatchObject({ status: 200, body: { isVerified: true } });
    expect(await robin.createUser()).toMatchObject({ status: 200, body: { stage: 'phone_needed' } });
    const enrolling = await robin.givePhone();
    expect(enrolling.body).toMatchObject({ state: 'sent', channel: 'text', destination: '+447400123456' });
    const first = await robin.textedCode();
    expect((await robin.verify(enrolling.body.id, first)).body).toMatchObject({
      stage: 'phone_check',
      phoneCheck: { reason: 'verify', canText: true },
    });
    const confirming = await robin.sendCode();
    expect(confirming.body).not.toHaveProperty('destination');
    const second = await robin.textedCode();
    expect(second).not.toBe(first);
    const signedIn = await robin.verify(confirming.body.id, second);
    expect(signedIn.body).toMatchObject({ stage: 'signed_in', firstName: 'Robin', hasOpenInvitations: true });
  });

  it('5.3 tells a page that was loaded anew how far the signing up has come', async () => {
    const carer = new TestCarer(service, 'reloaded@carers.example');
    await carer.browser.call(signUpRoutes.start, { body: { email: carer.email } });
    const started = { stage: 'signing_up', signUp: { isEmailVerified: false } };
    expect((await carer.session()).body).toMatchObject(started);
    await carer.browser.call(signUpRoutes.verifyEmail, { body: { code: await carer.mailedCode() } });
    expect((await carer.session()).body.signUp).toEqual({ isEmailVerified: true });
    for (const minutes of [10, 10, 10]) {
      service.clock.advance(minutes * 60_000);
      await carer.browser.call(signInRoutes.recordActivity);
    }
    expect((await carer.session()).body).toMatchObject(started);
  });

  it('5.3 Continue is refused until the address is verified, and 30 minutes after it was', async () => {
    const carer = new TestCarer(service, 'unverified@carers.example');
    await carer.browser.call(signUpRoutes.start, { body: { email: carer.email } });
    expect(await carer.createUser()).toMatchObject({ status: 409, body: { code: 'EMAIL_NOT_VERIFIED' } });
    await carer.browser.call(signUpRoutes.verifyEmail, { body: { code: await carer.mailedCode() } });
    for (const minutes of [10, 10, 10]) {
      service.clock.advance(minutes * 60_000);
      await carer.browser.call(signInRoutes.recordActivity);
    }
    expect(await carer.createUser()).toMatchObject({ status: 409, body: { code: 'EMAIL_NOT_VERIFIED' } });
  });

  it('5.3 an address without an invitation gets the same reply and no mail', async () => {
    const invited = new TestCarer(service, 'invited@carers.example');
    const yes = await invited.browser.call(signUpRoutes.start, { body: { email: invited.email } });
    ports.isInvited = false;
    const stranger = new TestCarer(service, 'stranger@carers.example');
    const no = await stranger.browser.call(signUpRoutes.start, { body: { email: stranger.email } });
    expect(no.body).toEqual(yes.body);
    expect(no.status).toBe(yes.status);
    expect(await stranger.mailedCode()).toBe('no code');
    expect(await invited.mailedCode()).toMatch(/^\d{6}$/);
  });

  it('5.3 mails the code to the address that is verified, not to one that only looks like it', async () => {
    const typed = { email: 'ｆullwidth@Carers.example' };
    await service.client('web').call(signUpRoutes.start, { body: typed });
    await service.deliver();
    expect(service.gateways.mails.at(-1)?.to).toBe('fullwidth@carers.example');
  });

  it('5.3 an address that has a user gets the same reply and no mail', async () => {
    const carer = new TestCarer(service, 'twice@carers.example');
    await carer.verifyEmail();
    await carer.createUser();
    service.gateways.mails.length = 0;
    const again = new TestCarer(service, 'twice@carers.example');
    const reply = await again.browser.call(signUpRoutes.start, { body: { email: again.email } });
    expect(reply).toMatchObject({ status: 200, body: { expiresInMs: 600_000, resendAfterMs: 30_000 } });
    expect(await again.mailedCode()).toBe('no code');
  });

  it('5.3 the sixth wrong code is never evaluated, however many arrive at once', async () => {
    const carer = new TestCarer(service, 'guessed@carers.example');
    await carer.browser.call(signUpRoutes.start, { body: { email: carer.email } });
    const code = await carer.mailedCode();
    const guess = (typed: string) => carer.browser.call(signUpRoutes.verifyEmail, { body: { code: typed } });
    const replies = await Promise.all(Array.from({ length: 30 }, () => guess(wrongCode(code))));
    expect(new Set(replies.map(({ body }) => body.code))).toEqual(new Set(['AUTH_FAILED']));
    expect(await guess(code)).toMatchObject({ status: 401, body: { code: 'AUTH_FAILED' } });
  });

  it('5.3 a code is dead after 10 minutes, and when a newer one was sent', async () => {
    const carer = new TestCarer(service, 'slow@carers.example');
    await carer.browser.call(signUpRoutes.start, { body: { email: carer.email } });
    const old = await carer.mailedCode();
    expect(await carer.browser.call(signUpRoutes.resendCode)).toMatchObject({
      status: 429,
      body: { code: 'TOO_MANY_SENDS' },
    });
    service.clock.advance(30_000);
    expect((await carer.browser.call(signUpRoutes.resendCode)).body.resendAfterMs).toBe(60_000);
    const newer = await carer.mailedCode();
    const type = (code: string) => carer.browser.call(signUpRoutes.verifyEmail, { body: { code } });
    if (old !== newer) expect(await type(old)).toMatchObject({ status: 401 });
    service.clock.advance(600_000);
    expect(await type(newer)).toMatchObject({ status: 401, body: { code: 'AUTH_FAILED' } });
  });

  it('5.3 sends five codes an hour to an address, for whoever asks', async () => {
    const ask = () => new TestCarer(service, 'flooded@carers.example').browser;
    for (let sent = 0; sent < 5; sent += 1) {
      const reply = await ask().call(signUpRoutes.start, { body: { email: 'flooded@carers.example' } });
      expect(reply.status).toBe(200);
    }
    const sixth = await ask().call(signUpRoutes.start, { body: { email: 'Flooded@Carers.example' } });
    expect(sixth).toMatchObject({ status: 429, body: { code: 'TOO_MANY_SENDS' } });
    expect(Number(sixth.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('5.7 resumes after the last completed step, and drops a number that nobody confirmed for a day', async () => {
    const carer = new TestCarer(service, 'paused@carers.example');
    await carer.verifyEmail();
    await carer.createUser();
    const { body } = await carer.givePhone('07400 765432');
    await carer.verify(body.id, await carer.textedCode());
    const later = new TestCarer(service, carer.email);
    expect((await later.signIn()).body).toMatchObject({ phoneCheck: { reason: 'verify' } });
    service.clock.advance(25 * 3_600_000);
    await service.get(AbandonedPhones).drop();
    expect((await new TestCarer(service, carer.email).signIn()).body.stage).toBe('phone_needed');
  });

  it('5.7 refuses everything later until the phone is confirmed', async () => {
    const carer = new TestCarer(service, 'early@carers.example');
    await carer.verifyEmail();
    await carer.createUser();
    const id = '019c0000-0000-4000-8000-000000000001';
    const early = await carer.browser.call(challengeRoutes.verify, { params: { id }, body: {} });
    expect(early).toMatchObject({ status: 401, body: { code: 'NOT_SIGNED_IN' } });
  });
});
