import { signInRoutes } from '@cso/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Keys } from '../../crypto/keys.js';
import { PasswordGate } from '../../crypto/password-gate.js';
import { PasswordHash } from '../../crypto/password-hash.js';
import { Randomness } from '../../crypto/randomness.js';
import { openTestIdentity, type TestIdentity } from '../../testing/test-identity.js';
import { PASSWORD, TestCarer } from '../../testing/test-carer.js';
import { EmailAddresses } from '../email-address.js';
import { UsersRepository } from '../users/users.repository.js';
import { PasswordAttempts } from './password-attempts.js';

describe.each(['sqlite', 'mariadb'] as const)('signing in on %s', (engine) => {
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

  const elsewhere = (ip = '198.51.100.1') =>
    new TestCarer(service, `carer${people}@carers.example`, service.client('web', ip));

  /** Fails `count` times from a browser, waiting as long as it is told. */
  async function fail(carer: TestCarer, count: number) {
    for (let failure = 0; failure < count; failure += 1) {
      expect(await carer.signIn('Wrong-horse-1')).toMatchObject({
        status: 401,
        body: { code: 'AUTH_FAILED' },
      });
      service.clock.advance(16_000);
    }
  }

  it('asks for the phone after the password, every time, on a known device too', async () => {
    expect((await known.signIn()).body).toMatchObject({
      stage: 'phone_check',
      phoneCheck: { reason: 'sign_in', canText: true },
    });
    expect((await known.proveByText()).body.stage).toBe('signed_in');
  });

  it('4 an unknown address gets the bytes of a wrong password', async () => {
    const wrong = await elsewhere().signIn('Wrong-horse-1');
    const unknown = await new TestCarer(service, 'nobody@carers.example').signIn('Wrong-horse-1');
    const withoutId = ({ requestId: _, ...rest }: Record<string, unknown>) => rest;
    expect(withoutId({ ...unknown.body })).toEqual(withoutId({ ...wrong.body }));
    expect(unknown.status).toBe(wrong.status);
  });

  it('5.9 four failures are free, the fifth to ninth delay by 1, 2, 4, 8 and 16 seconds', async () => {
    const carer = elsewhere();
    for (let failure = 1; failure <= 4; failure += 1)
      expect((await carer.signIn('Wrong-1x')).status).toBe(401);
    for (const delay of [1, 2, 4, 8, 16]) {
      expect((await carer.signIn('Wrong-1x')).status).toBe(401);
      const early = await carer.signIn();
      expect(early).toMatchObject({ status: 429, body: { code: 'TOO_MANY_TRIES' } });
      expect(early.headers['retry-after']).toBe(String(delay));
      service.clock.advance(delay * 1000);
    }
    expect((await carer.signIn()).status).toBe(200);
  });

  it('5.9 the tenth failure locks for 15 minutes, and the next lock lasts 30', async () => {
    const carer = elsewhere();
    await fail(carer, 10);
    expect(await carer.signIn()).toMatchObject({ status: 401, body: { code: 'AUTH_FAILED' } });
    service.clock.advance(15 * 60_000);
    await fail(elsewhere('198.51.100.2'), 10);
    service.clock.advance(15 * 60_000);
    expect((await carer.signIn()).status).toBe(401);
    service.clock.advance(15 * 60_000);
    expect((await carer.signIn()).status).toBe(200);
  });

  it('5.9 no more passwords are evaluated when they arrive at once', async () => {
    const carer = elsewhere();
    const replies = await Promise.all(Array.from({ length: 40 }, () => carer.signIn('Wrong-horse-1')));
    const evaluated = replies.filter(({ status }) => status === 401);
    expect(evaluated).toHaveLength(5);
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(35);
  });

  it('5.9 strangers cannot lock a known device out', async () => {
    await fail(elsewhere(), 10);
    expect((await elsewhere('198.51.100.3').signIn()).status).toBe(401);
    expect((await known.signIn()).status).toBe(200);
  });

  it('5.9 success clears the bucket of that device only', async () => {
    await fail(elsewhere(), 10);
    await known.signIn();
    expect((await elsewhere('198.51.100.4').signIn()).status).toBe(401);
  });

  it('5.9 thirty failures in 5 minutes shut an IP address out, whatever the address', async () => {
    const ip = `192.0.2.${people}`;
    for (let failure = 0; failure <= 30; failure += 1) {
      const email = `nobody${failure}@carers.example`;
      await new TestCarer(service, email, service.client('web', ip)).signIn('Wrong-horse-1');
    }
    expect(await elsewhere(ip).signIn()).toMatchObject({ status: 429, body: { code: 'TOO_MANY_TRIES' } });
    expect((await elsewhere('198.51.100.5').signIn()).status).toBe(200);
    service.clock.advance(5 * 60_000);
    expect((await elsewhere(ip).signIn()).status).toBe(200);
  });

  it('5.3 codes to many addresses are counted by network, too', async () => {
    const ask = (index: number) =>
      service
        .client('web', `2001:db8:3:${people}::${(index + 1).toString(16)}`)
        .call(signInRoutes.requestReset, { body: { email: `nobody${index}@carers.example` } });
    const replies = await Promise.all(Array.from({ length: 30 }, (_, index) => ask(index)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(20);
  });

  /** As if the password had been set when hashing cost something else, so that a sign-in hashes it anew. */
  async function withOlderHash() {
    const users = service.get(UsersRepository);
    const user = await users.findByEmailKey(service.get(EmailAddresses).keyOf(known.email));
    const cost = { memory: 128, passes: 1, parallelism: 1 };
    const older = new PasswordHash(service.get(Keys), new PasswordGate(1, 1), service.get(Randomness), cost);
    await users.setPassword(user!.id, await older.hash(PASSWORD));
    return { id: user!.id, users };
  }

  it('5.9 a password that was reset while it was checked opens no session and is not put back', async () => {
    const hashes = service.get(PasswordHash);
    const { id, users } = await withOlderHash();
    const checked = vi.spyOn(service.get(PasswordAttempts), 'renewedHash');
    checked.mockImplementationOnce(async (password) => {
      await users.setPassword(id, await hashes.hash('Kestrel-over-4-fens'));
      return hashes.hash(password);
    });
    expect(await known.signIn()).toMatchObject({ status: 401, body: { code: 'AUTH_FAILED' } });
    checked.mockRestore();
    expect((await known.session()).body.stage).toBe('signed_out');
    expect((await known.signIn('Kestrel-over-4-fens')).status).toBe(200);
  });

  it('4 a hash of another cost is made anew when its password is right', async () => {
    const { id, users } = await withOlderHash();
    expect((await known.signIn()).status).toBe(200);
    expect((await users.get(id)).passwordHash).toContain('m=64,');
    expect((await known.signIn()).status).toBe(200);
  });

  it('5.9 the pending sign-in ends after 10 minutes', async () => {
    await known.signIn();
    service.clock.advance(9 * 60_000);
    expect((await known.session()).body.stage).toBe('phone_check');
    service.clock.advance(60_000);
    expect((await known.session()).body.stage).toBe('signed_out');
  });

  it('an address is the same however it is written', async () => {
    const shouted = new TestCarer(service, known.email.toUpperCase());
    expect((await shouted.signIn()).status).toBe(200);
  });

  it('5.9 the session id changes at every rise of privilege, and the one before is dead', async () => {
    const cookie = (reply: { headers: Record<string, unknown> }) =>
      /cso=([^;]+)/.exec([reply.headers['set-cookie']].flat().join())?.[1] ?? '';
    const pending = cookie(await known.signIn());
    const signedIn = cookie(await known.proveByText());
    expect(signedIn).not.toBe(pending);
    const thief = service.client('web');
    const replay = await thief.call(signInRoutes.getSession, { headers: { cookie: `cso=${pending}` } });
    expect(replay.body.stage).toBe('signed_out');
  });
});
