import { challengeRoutes, signInRoutes } from '@cso/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../database/database.js';
import { Limits } from '../../limits/index.js';
import { openTestIdentity, type TestIdentity } from '../../testing/test-identity.js';
import { TestCarer, wrongCode } from '../../testing/test-carer.js';
import { ChallengesRepository } from './challenges.repository.js';

describe.each(['sqlite', 'mariadb'] as const)('codes by text on %s', (engine) => {
  let service: TestIdentity;
  let carer: TestCarer;
  let people = 0;
  beforeAll(async () => void (service = await openTestIdentity(engine)));
  afterAll(() => service.close());
  beforeEach(async () => {
    people += 1;
    service.clock.advance(48 * 3_600_000);
    const number = `07400 ${String(100_000 + people)}`;
    await new TestCarer(service, `carer${people}@carers.example`).setUp(number);
    service.clock.advance(3_600_000);
    carer = new TestCarer(service, `carer${people}@carers.example`);
    await carer.signIn();
  });

  const userId = async () => {
    const users = await service
      .get(Database)
      .query<{ id: string }[]>('SELECT id FROM users ORDER BY createdAt DESC');
    return users[0]?.id;
  };

  /** Five wrong entries kill the code of a new sign-in. */
  async function killCode() {
    await carer.signIn();
    const { body } = await carer.sendCode();
    const wrong = wrongCode(await carer.textedCode());
    for (let entry = 0; entry < 5; entry += 1) await carer.verify(body.id, wrong);
    service.clock.advance(120_000);
  }

  it('5.5 the sixth wrong code is never evaluated, however many arrive at once', async () => {
    const { body } = await carer.sendCode();
    const code = await carer.textedCode();
    const replies = await Promise.all(
      Array.from({ length: 40 }, () => carer.verify(body.id, wrongCode(code))),
    );
    const evaluated = replies.filter((reply) => reply.body.code === 'CODE_NOT_ACCEPTED');
    expect(evaluated).toHaveLength(5);
    expect(await carer.verify(body.id, code)).toMatchObject({
      status: 409,
      body: { code: 'CHALLENGE_LOCKED' },
    });
    expect((await carer.challenge(body.id)).body.state).toBe('locked');
  });

  it('4 of 200 tries spent at once, five are', async () => {
    const { body } = await carer.sendCode();
    const tries = Array.from({ length: 200 }, () =>
      service.get(ChallengesRepository).spendTry(body.id, service.clock.now()),
    );
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(5);
  });

  it('4 of many right answers at once, one counts', async () => {
    const { body } = await carer.sendCode();
    const code = await carer.textedCode();
    const replies = await Promise.all(Array.from({ length: 5 }, () => carer.verify(body.id, code)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('5.5 the right code in another browser is worth nothing', async () => {
    const { body } = await carer.sendCode();
    const code = await carer.textedCode();
    const other = new TestCarer(service, carer.email);
    await other.signIn();
    expect(await other.verify(body.id, code)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect((await carer.verify(body.id, code)).body.stage).toBe('signed_in');
  });

  it('5.5 takes a code with spaces and hyphens, and nothing else', async () => {
    const { body } = await carer.sendCode();
    const code = await carer.textedCode();
    expect((await carer.verify(body.id, `${code}x`)).status).toBe(400);
    expect((await carer.verify(body.id, `${code.slice(0, 3)} - ${code.slice(3)}`)).body.stage).toBe(
      'signed_in',
    );
  });

  it('5.5 a new code voids the old one and waits 30, 60 and 120 seconds', async () => {
    const first = await carer.sendCode();
    const old = await carer.textedCode();
    const again = () =>
      carer.browser.call(challengeRoutes.resend, {
        params: { id: first.body.id },
        body: { channel: 'text' },
      });
    service.clock.advance(29_999);
    expect(await again()).toMatchObject({ status: 429, body: { code: 'TOO_MANY_SENDS' } });
    service.clock.advance(1);
    const second = await again();
    expect(second.body).toMatchObject({ state: 'sent', resendAfterMs: 60_000 });
    expect(await carer.verify(first.body.id, old)).toMatchObject({ body: { code: 'CHALLENGE_EXPIRED' } });
    service.clock.advance(60_000);
    expect((await again()).body.resendAfterMs).toBe(120_000);
  });

  it('5.5 signing in again does not shorten the wait of 30, 60 and 120 seconds', async () => {
    for (const wait of [30_000, 60_000, 120_000]) {
      expect((await carer.sendCode()).body.resendAfterMs).toBe(wait);
      service.clock.advance(wait - 1);
      await carer.signIn();
      expect(await carer.sendCode()).toMatchObject({ status: 429, body: { code: 'TOO_MANY_SENDS' } });
      service.clock.advance(1);
    }
  });

  it('5.5 never more than 5 texts within any 15 minutes', async () => {
    const sentAt: number[] = [];
    for (let second = 0; second < 40 * 60; second += 30) {
      if (second % 300 === 0) await carer.signIn();
      if ((await carer.sendCode()).status === 200) sentAt.push(second);
      await service.get(Limits).clear('phone-send-limit-hits', (await userId()) ?? '');
      service.clock.advance(30_000);
    }
    // Of the ten a day that the number may have, the set-up took two.
    expect(sentAt).toHaveLength(8);
    sentAt.slice(5).forEach((time, index) => expect(time - sentAt[index]!).toBeGreaterThanOrEqual(900));
  });

  it('5.5 two texts asked for at once are one text', async () => {
    const replies = await Promise.all([carer.sendCode(), carer.sendCode(), carer.sendCode()]);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('5.5 a code dies after 10 minutes', async () => {
    const { body } = await carer.sendCode();
    const code = await carer.textedCode();
    service.clock.advance(600_000);
    // The pending session is as old as that, too: the carer starts again (5.9).
    expect(await carer.verify(body.id, code)).toMatchObject({ status: 401, body: { code: 'NOT_SIGNED_IN' } });
  });

  it('5.5 the sixth send in 15 minutes is refused, and the sixth refusal locks the step for 2 hours', async () => {
    const ask = async () => {
      await carer.signIn();
      return carer.sendCode();
    };
    for (let sent = 0; sent < 5; sent += 1) {
      expect((await ask()).status).toBe(200);
      service.clock.advance(120_000);
    }
    for (let hit = 0; hit < 6; hit += 1)
      expect(await ask()).toMatchObject({ body: { code: 'TOO_MANY_SENDS' } });
    expect(await ask()).toMatchObject({ status: 409, body: { code: 'STEP_LOCKED' } });
    service.clock.advance(2 * 3_600_000);
    expect((await ask()).status).toBe(200);
  });

  it('5.5 three dead codes in an hour lock the step for 2 hours', async () => {
    for (let dead = 0; dead < 3; dead += 1) await killCode();
    await carer.signIn();
    expect(await carer.sendCode()).toMatchObject({ status: 409, body: { code: 'STEP_LOCKED' } });
    service.clock.advance(2 * 3_600_000);
    await carer.signIn();
    expect((await carer.sendCode()).status).toBe(200);
  });

  it('5.5 thirty wrong entries in a day lock the step until a worker clears it', async () => {
    for (let round = 0; round < 6; round += 1) {
      await killCode();
      service.clock.advance(2.5 * 3_600_000);
    }
    service.clock.advance(7 * 24 * 3_600_000);
    await carer.signIn();
    expect(await carer.sendCode()).toMatchObject({ status: 409, body: { code: 'STEP_LOCKED' } });
  });

  it('5.5 a landline is called, never texted', async () => {
    const landline = new TestCarer(service, `landline${people}@carers.example`);
    await landline.verifyEmail();
    await landline.createUser();
    const refused = await landline.givePhone('01603 222 222', 'text');
    expect(refused).toMatchObject({ status: 422, body: { fields: { number: 'PHONE_CANNOT_TEXT' } } });
    expect((await landline.givePhone('01603 222 222', 'call')).body.state).toBe('calling');
    expect((await landline.session()).body).toMatchObject({
      phoneCheck: { reason: 'set_up', canText: false },
    });
  });

  it('5.5 a fourth user with one number is refused', async () => {
    const give = async (name: string) => {
      const member = new TestCarer(service, `${name}${people}@family.example`);
      await member.verifyEmail();
      await member.createUser();
      return member.givePhone(`07401 ${String(200_000 + people)}`);
    };
    for (const name of ['ann', 'bob', 'cy']) expect((await give(name)).status).toBe(200);
    expect(await give('dee')).toMatchObject({ status: 409, body: { code: 'PHONE_IN_USE_TOO_OFTEN' } });
  });

  it('5.5 the code of a mistyped number does not prove the number given after it', async () => {
    const mistyped = new TestCarer(service, `typo${people}@carers.example`);
    await mistyped.verifyEmail();
    await mistyped.createUser();
    const { body } = await mistyped.givePhone('07402 300 300');
    const code = await mistyped.textedCode();
    // The wait is not over, so no new code goes out, but the number is another one from now on.
    expect((await mistyped.givePhone('07402 400 400')).status).toBe(429);
    expect(await mistyped.verify(body.id, code)).toMatchObject({
      status: 409,
      body: { code: 'STATE_CHANGED' },
    });
  });

  it('5.5 the number is neither shown at sign-in nor changed there', async () => {
    const { body } = await carer.sendCode();
    expect(body).not.toHaveProperty('destination');
    expect(await carer.givePhone('07400 999 999')).toMatchObject({
      status: 403,
      body: { code: 'NOT_ALLOWED' },
    });
  });

  it('5.11 asking where the code stands does not keep the session alive', async () => {
    const { body } = await carer.sendCode();
    const before = (await carer.session()).body.times?.idleRemainingMs ?? 0;
    service.clock.advance(60_000);
    await carer.challenge(body.id);
    expect((await carer.session()).body.times?.idleRemainingMs).toBe(before - 60_000);
    await carer.browser.call(signInRoutes.recordActivity);
    expect((await carer.session()).body.times?.idleRemainingMs).toBe(900_000);
  });
});
