import { supportRoutes } from '@cso/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BlindIndex } from '../../crypto/blind-index.js';
import { normaliseEmail } from '../../crypto/email-key.js';
import { openTestIdentity, ports, type TestIdentity } from '../../testing/test-identity.js';
import { TestCarer, wrongCode } from '../../testing/test-carer.js';
import { TestWorker } from '../../testing/test-worker.js';
import { Users } from '../users/users.service.js';

describe.each(['sqlite', 'mariadb'] as const)('support for carers on %s', (engine) => {
  let service: TestIdentity;
  let carer: TestCarer;
  let worker: TestWorker;
  let people = 0;
  beforeAll(async () => void (service = await openTestIdentity(engine)));
  afterAll(() => service.close());
  beforeEach(async () => {
    people += 1;
    ports.isVisible = true;
    carer = new TestCarer(service, `carer${people}@carers.example`);
    await carer.setUp(`07400 ${String(100_000 + people)}`);
    service.clock.advance(48 * 3_600_000);
    worker = await TestWorker.enrolled(service, `worker${people}@council.example`);
    await worker.signIn();
  });

  const user = async () => {
    const email = normaliseEmail(carer.email);
    const found = email.ok
      ? await service.get(Users).findByEmailKey(service.get(BlindIndex).email(email.key))
      : null;
    return found ?? expect.unreachable('no user');
  };
  const ask = async (route: (typeof supportRoutes)[keyof typeof supportRoutes]) =>
    worker.app.call(route, {
      params: { id: (await user()).id },
      body: { reason: 'Spoke on the known number' },
    });

  it('clears the locks of a carer, so that the phone step works again', async () => {
    for (let dead = 0; dead < 3; dead += 1) {
      await carer.signIn();
      const { body } = await carer.sendCode();
      const wrong = wrongCode(await carer.textedCode());
      for (let entry = 0; entry < 5; entry += 1) await carer.verify(body.id, wrong);
      service.clock.advance(120_000);
    }
    await carer.signIn();
    expect(await carer.sendCode()).toMatchObject({ body: { code: 'STEP_LOCKED' } });
    expect((await user()).isLocked).toBe(true);
    expect((await ask(supportRoutes.clearLocks)).status).toBe(204);
    expect((await user()).isLocked).toBe(false);
    expect((await carer.sendCode()).status).toBe(200);
  });

  it('forgets the phone number, ends the sessions and tells the carer by e-mail', async () => {
    await carer.signIn();
    expect((await ask(supportRoutes.clearPhone)).status).toBe(204);
    expect((await carer.session()).body.stage).toBe('signed_out');
    expect(await user()).toMatchObject({ phone: null, isPhoneConfirmed: false });
    await service.deliver();
    expect(service.gateways.mails.at(-1)).toMatchObject({ to: carer.email });
    expect((await carer.signIn()).body.stage).toBe('phone_needed');
  });

  it('figures: a session that a worker ended is refused by the next request', async () => {
    await carer.signIn();
    await carer.proveByText();
    expect((await ask(supportRoutes.endUserSessions)).status).toBe(204);
    expect((await carer.session()).body.stage).toBe('signed_out');
  });

  it('a carer of another team does not exist', async () => {
    ports.isVisible = false;
    expect(await ask(supportRoutes.clearPhone)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect((await user()).phone).not.toBeNull();
  });

  it('is for workers only', async () => {
    await carer.signIn();
    await carer.proveByText();
    const { id } = await user();
    const reply = await carer.browser.call(supportRoutes.clearLocks, {
      params: { id },
      body: { reason: 'Me' },
    });
    expect(reply).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED' } });
  });
});
