import { signInRoutes, signUpRoutes, staffRoutes, workerSignInRoutes } from '@cso/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../database/database.js';
import { systemContext } from '../../request/request-context.js';
import { openTestIdentity, type TestIdentity } from '../../testing/test-identity.js';
import { TestCarer } from '../../testing/test-carer.js';
import { TestWorker, totp, WORKER_PASSWORD } from '../../testing/test-worker.js';
import { Sessions } from './sessions.service.js';

const MINUTE_MS = 60_000;

describe.each(['sqlite', 'mariadb'] as const)('sessions on %s', (engine) => {
  let service: TestIdentity;
  let carer: TestCarer;
  let people = 0;
  beforeAll(async () => void (service = await openTestIdentity(engine)));
  afterAll(() => service.close());
  beforeEach(async () => {
    people += 1;
    service.clock.advance(48 * 3_600_000);
    carer = new TestCarer(service, `carer${people}@carers.example`);
    await carer.setUp(`07400 ${String(100_000 + people)}`);
  });

  const act = (isPassive = false) => carer.browser.call(signInRoutes.recordActivity, { isPassive });

  it('5.11 ends at 900 seconds without activity, not before', async () => {
    service.clock.advance(15 * MINUTE_MS - 1000);
    expect((await carer.session()).body.times).toEqual({
      idleRemainingMs: 1000,
      absoluteRemainingMs: 8 * 60 * MINUTE_MS - 15 * MINUTE_MS + 1000,
      warnAtMs: 5 * MINUTE_MS,
    });
    service.clock.advance(1000);
    expect(await act()).toMatchObject({ status: 401, body: { code: 'NOT_SIGNED_IN' } });
  });

  it('each server asks its own database, though another one began and ended beside it', async () => {
    const other = await openTestIdentity(engine);
    expect((await act()).status).toBe(200);
    await other.close();
    expect((await act()).status).toBe(200);
  });

  it('8 R8 a session that was found dead stays dead when the clock goes back', async () => {
    service.clock.advance(15 * MINUTE_MS);
    expect((await act()).status).toBe(401);
    service.clock.advance(-10 * MINUTE_MS);
    expect((await act()).status).toBe(401);
  });

  it('5.11 activity starts the 15 minutes anew; passive requests and asking for the session do not', async () => {
    service.clock.advance(10 * MINUTE_MS);
    expect((await act()).body.idleRemainingMs).toBe(15 * MINUTE_MS);
    service.clock.advance(10 * MINUTE_MS);
    await act(true);
    await carer.session();
    expect((await carer.session()).body.times?.idleRemainingMs).toBe(5 * MINUTE_MS);
  });

  it('5.11 ends 8 hours after signing in, however active', async () => {
    for (let minutes = 0; minutes < 470; minutes += 10) {
      service.clock.advance(10 * MINUTE_MS);
      expect((await act()).status).toBe(200);
    }
    service.clock.advance(10 * MINUTE_MS);
    expect((await act()).status).toBe(401);
  });

  it('5.13 logging out ends the session at once, wherever its cookie is, and clears the site storage', async () => {
    const left = await carer.browser.call(signInRoutes.signOut);
    expect(left.status).toBe(204);
    expect(left.headers['clear-site-data']).toBe('"cache", "storage"');
    expect((await carer.session()).body).toEqual({ stage: 'signed_out' });
    expect((await carer.browser.call(signInRoutes.signOut)).status).toBe(204);
  });

  const actorOf = async () => {
    const newest =
      'SELECT id, subjectId FROM sessions WHERE revokedAt IS NULL ORDER BY createdAt DESC LIMIT 1';
    const [row] = await service.get(Database).query<{ id: string; subjectId: string }[]>(newest);
    return { kind: 'carer', sessionId: row!.id, stage: 'signed_in', userId: row!.subjectId } as const;
  };
  const rise = async (actor: Awaited<ReturnType<typeof actorOf>>) =>
    service
      .get(Sessions)
      .rise({ ...systemContext(), actor }, { kind: 'carer', stage: 'signed_in', subjectId: actor.userId });

  it('5.9 a session that ended while a step was on its way does not go on', async () => {
    const actor = await actorOf();
    await service.get(Sessions).endAllOf(actor.userId);
    await expect(rise(actor)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('5.9 two steps at once make one session, not two', async () => {
    const actor = await actorOf();
    const steps = await Promise.allSettled([rise(actor), rise(actor), rise(actor)]);
    expect(steps.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('a browser that shows the caseworker screens keeps the carer signed in', async () => {
    const worker = await TestWorker.enrolled(service, `preview${people}@council.example`);
    const headers = { 'x-cso-client': 'desktop' };
    const body = { email: worker.email, password: WORKER_PASSWORD };
    const { token } = (await carer.browser.call(workerSignInRoutes.signIn, { headers, body })).body;
    carer.browser.token = token;
    const proven = await carer.browser.call(workerSignInRoutes.verifyTotp, {
      headers,
      body: { code: totp(service) },
    });
    expect(proven.status).toBe(200);
    carer.browser.token = proven.body.token;
    const left = await carer.browser.call(workerSignInRoutes.signOut, { headers });
    expect(left.headers).not.toHaveProperty('set-cookie');
    expect((await carer.session()).body.stage).toBe('signed_in');
  });

  it('takes no bearer token from the portal and no cookie from the desktop app', async () => {
    const worker = await TestWorker.enrolled(service, `mixed${people}@council.example`);
    await worker.signIn();
    const asPortal = await worker.app.call(signInRoutes.recordActivity, {
      headers: { 'x-cso-client': 'web' },
    });
    expect(asPortal.status).toBe(401);
    const asDesktop = { headers: { 'x-cso-client': 'desktop' } };
    expect((await carer.browser.call(signInRoutes.recordActivity, asDesktop)).status).toBe(401);
    expect((await act()).status).toBe(200);
  });

  it('is closed by default: a stage opens its own operations only', async () => {
    const early = new TestCarer(service, `early${people}@carers.example`);
    expect(await early.sendCode()).toMatchObject({ status: 401, body: { code: 'NOT_SIGNED_IN' } });
    await early.browser.call(signUpRoutes.start, { body: { email: early.email } });
    expect(await early.sendCode()).toMatchObject({ status: 401, body: { code: 'NOT_SIGNED_IN' } });
    expect(await carer.browser.call(staffRoutes.listWorkers)).toMatchObject({
      status: 403,
      body: { code: 'NOT_ALLOWED' },
    });
  });

  it('refuses a token that somebody else signed', async () => {
    const forged = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sid":"x"}').toString('base64url')}.`;
    const reply = await service
      .client('web')
      .call(signInRoutes.recordActivity, { headers: { cookie: `cso=${forged}` } });
    expect(reply.status).toBe(401);
  });
});
