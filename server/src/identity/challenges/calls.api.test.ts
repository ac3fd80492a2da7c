import { signInRoutes } from '@cso/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../database/database.js';
import { type CallStep, ReportListeners } from '../../notifications/index.js';
import { openTestIdentity, type TestIdentity } from '../../testing/test-identity.js';
import { TestCarer } from '../../testing/test-carer.js';

type Step = Omit<CallStep, 'callId' | 'challengeId'>;

describe.each([
  ['sqlite', 'press_hash'],
  ['mariadb', 'press_hash'],
  ['sqlite', 'type_number'],
] as const)('automated calls on %s with %s', (engine, voiceMode) => {
  let service: TestIdentity;
  let carer: TestCarer;
  let people = 0;
  beforeAll(async () => void (service = await openTestIdentity(engine, { VOICE_MODE: voiceMode })));
  afterAll(() => service.close());
  beforeEach(async () => {
    people += 1;
    await new TestCarer(service, `called${people}@carers.example`).setUp(`07400 ${String(100_000 + people)}`);
    service.clock.advance(3_600_000);
    carer = new TestCarer(service, `called${people}@carers.example`);
    await carer.signIn();
  });

  const tell = (step: CallStep) =>
    service.get(Database).transaction(() => service.get(ReportListeners).tellOfCall(step));

  /** Asks for a call and gives how to report its steps, one after the other. */
  async function ring() {
    const { body } = await carer.sendCode('call');
    await service.deliver();
    const callId = service.gateways.calls.at(-1)?.id ?? '';
    return {
      ...body,
      ids: { callId, challengeId: body.id },
      report: async (...steps: Step[]) => {
        for (const step of steps) {
          await tell({ callId, challengeId: body.id, ...step });
        }
      },
      state: async () => (await carer.challenge(body.id)).body.state,
    };
  }

  const outcomesOf = async (id: string) => {
    const log = await service
      .get(Database)
      .query<{ action: string }[]>('SELECT action FROM audit_events WHERE objectId = ? ORDER BY seq', [id]);
    return log.map(({ action }) => action);
  };
  const press = (key: string): Step => ({ event: 'key', key });
  const confirmation = (digits = '') =>
    (voiceMode === 'press_hash' ? '#' : `${digits}#`).split('').map(press);

  it('5.6 # after the prompt confirms, and the page goes on', async () => {
    const call = await ring();
    expect(call.digits).toMatch(/^\d\d$/);
    expect(await call.state()).toBe('calling');
    await call.report({ event: 'answered' });
    expect(await call.state()).toBe('answered');
    expect(await carer.verify(call.id)).toMatchObject({ status: 409, body: { code: 'CALL_NOT_CONFIRMED' } });
    await call.report({ event: 'prompted' }, ...confirmation(call.digits));
    expect(await call.state()).toBe('confirmed');
    expect((await carer.verify(call.id)).body.stage).toBe('signed_in');
  });

  it('5.6 # before the prompt fails the call', async () => {
    const call = await ring();
    await call.report({ event: 'answered' }, ...confirmation(call.digits));
    expect(await call.state()).toBe('failed');
    await call.report({ event: 'prompted' }, ...confirmation(call.digits));
    expect(await carer.verify(call.id)).toMatchObject({ body: { code: 'CALL_NOT_CONFIRMED' } });
  });

  it('5.6 # later than 20 seconds after the prompt counts for nothing', async () => {
    const call = await ring();
    await call.report({ event: 'answered' }, { event: 'prompted' });
    service.clock.advance(20_000);
    expect(await call.state()).toBe('failed');
    await call.report(...confirmation(call.digits));
    expect(await carer.verify(call.id)).toMatchObject({ body: { code: 'CALL_NOT_CONFIRMED' } });
  });

  it('5.6 a call that nobody answers within 60 seconds has failed', async () => {
    const call = await ring();
    service.clock.advance(60_000);
    expect(await call.state()).toBe('failed');
    await call.report({ event: 'answered' }, { event: 'prompted' }, ...confirmation(call.digits));
    expect(await carer.verify(call.id)).toMatchObject({ body: { code: 'CALL_NOT_CONFIRMED' } });
  });

  it('5.6 an answering machine confirms nothing', async () => {
    const call = await ring();
    await call.report({ event: 'answered', isMachine: true });
    expect(await call.state()).toBe('failed');
  });

  it('5.6 key 1 says this was not me: the step locks until a worker clears it', async () => {
    const call = await ring();
    await call.report({ event: 'answered' }, { event: 'prompted' }, press('1'));
    expect(await call.state()).toBe('denied');
    await call.report(...confirmation(call.digits));
    expect(await carer.verify(call.id)).toMatchObject({ status: 409, body: { code: 'STEP_LOCKED' } });
    service.clock.advance(24 * 3_600_000);
    await carer.signIn();
    expect(await carer.sendCode()).toMatchObject({ body: { code: 'STEP_LOCKED' } });
  });

  it('4 who has given the password is told that only a worker can unlock the account', async () => {
    const needsUnlock = async () => (await carer.session()).body.needsUnlock;
    expect(await needsUnlock()).toBe(false);
    const call = await ring();
    await call.report({ event: 'answered' }, press('1'));
    expect(await needsUnlock()).toBe(true);
    await carer.browser.call(signInRoutes.signOut);
    expect(await needsUnlock()).toBeUndefined();
    expect((await carer.signIn('Wrong-horse-1')).body).not.toHaveProperty('needsUnlock');
    expect((await carer.signIn()).body).toMatchObject({ stage: 'phone_check', needsUnlock: true });
  });

  it('5.6 the call that sets an account up can be denied, too', async () => {
    const called = new TestCarer(service, `denied${people}@carers.example`);
    await called.verifyEmail();
    await called.createUser();
    carer = called;
    const { body } = await called.givePhone(`07404 ${String(100_000 + people)}`, 'call');
    await service.deliver();
    const callId = service.gateways.calls.at(-1)?.id ?? '';
    await tell({ callId, challengeId: body.id, event: 'answered' });
    await tell({ callId, challengeId: body.id, ...press('1') });
    expect((await called.challenge(body.id)).body.state).toBe('denied');
    expect((await called.signIn()).body).toMatchObject({ stage: 'phone_needed', needsUnlock: true });
  });

  it.each<[string, number, Step[]]>([
    ['before the words are over', 0, [{ event: 'answered' }]],
    ['before the answer was reported', 0, []],
    ['21 seconds after the words', 21_000, [{ event: 'answered' }, { event: 'prompted' }]],
    ['after a wrong key', 0, [{ event: 'answered' }, press('7')]],
    ['and reported only after the hanging up', 0, [{ event: 'answered' }, { event: 'ended' }]],
  ])('5.6 key 1 %s denies all the same', async (_, waitMs, steps) => {
    const call = await ring();
    await call.report(...steps);
    service.clock.advance(waitMs);
    await call.report(press('1'), press('1'));
    expect(await carer.sendCode()).toMatchObject({ status: 409, body: { code: 'STEP_LOCKED' } });
    expect(await outcomesOf(call.id)).toContain('challenge.denied');
    expect((await outcomesOf(call.id)).filter((action) => action === 'challenge.denied')).toHaveLength(1);
  });

  it('5.6 the tones of a machine deny nothing', async () => {
    const call = await ring();
    await call.report({ event: 'answered', isMachine: true }, press('1'));
    expect(await call.state()).toBe('failed');
    expect(await outcomesOf(call.id)).toEqual(['challenge.sent', 'challenge.call_failed']);
  });

  it('9.2 each outcome of a call is in the audit log, once', async () => {
    const unanswered = await ring();
    service.clock.advance(120_000);
    await unanswered.report({ event: 'ended' }, { event: 'ended' });
    expect(await outcomesOf(unanswered.id)).toEqual(['challenge.sent', 'challenge.call_failed']);
    const confirmed = await ring();
    await confirmed.report({ event: 'answered' }, { event: 'prompted' }, ...confirmation(confirmed.digits));
    await confirmed.report({ event: 'ended' });
    expect(await outcomesOf(confirmed.id)).toEqual(['challenge.sent', 'challenge.call_confirmed']);
  });

  it('5.6 events of another call change nothing', async () => {
    const call = await ring();
    const other = { callId: '019c0000-0000-7000-8000-000000000009', challengeId: call.id };
    for (const event of ['answered', 'prompted'] as const) {
      await tell({ ...other, event });
    }
    expect(await call.state()).toBe('calling');
    await call.report({ event: 'answered' }, { event: 'prompted' });
    await tell({ ...other, event: 'key', key: '#' });
    expect(await carer.verify(call.id)).toMatchObject({ body: { code: 'CALL_NOT_CONFIRMED' } });
  });

  it('5.6 the fourth call in 15 minutes is refused', async () => {
    for (let calls = 0; calls < 3; calls += 1) {
      await carer.signIn();
      expect((await carer.sendCode('call')).status).toBe(200);
      service.clock.advance(120_000);
    }
    await carer.signIn();
    expect(await carer.sendCode('call')).toMatchObject({ status: 429, body: { code: 'TOO_MANY_SENDS' } });
  });

  it('5.7 text first and call second set an account up', async () => {
    const mixed = new TestCarer(service, `mixed${people}@carers.example`);
    await mixed.verifyEmail();
    await mixed.createUser();
    const { body } = await mixed.givePhone(`07403 ${String(100_000 + people)}`);
    await mixed.verify(body.id, await mixed.textedCode());
    carer = mixed;
    const call = await ring();
    await call.report({ event: 'answered' }, { event: 'prompted' }, ...confirmation(call.digits));
    expect(await call.state()).toBe('confirmed');
    expect((await mixed.verify(call.id)).body.stage).toBe('signed_in');
  });
});
