import { personRoutes, supportRoutes } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DemoMailbox } from '../gateways/index.js';
import { GatewayReports, OutboxRelay, WebhookSignature } from '../notifications/index.js';
import { Council } from '../testing/council.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';

describeOnEachDatabase('the sign-in on a carer’s record', (_, engine) => {
  let service: TestApp;
  let council: Council;
  let olivia: TestClient;
  let daniel: TestClient;
  beforeAll(async () => {
    service = await openTestApp(engine);
    council = new Council(service);
    olivia = await council.workerAt('Olivia');
    daniel = await council.workerAt('Daniel');
  }, 60_000);
  afterAll(() => service.close());

  /** The gateway says of the newest mail to the address that it came back. */
  async function bounceNewestMail(email: string): Promise<void> {
    await service.get(OutboxRelay).drain();
    const { id } = (await service.get(DemoMailbox).list()).findLast(({ to }) => to === email)!;
    const report = service.get(WebhookSignature).sign({ id, state: 'bounced' });
    await service.get(GatewayReports).receiveDelivery(report);
  }

  it('is red from the first mail that comes back, with a task, until a worker has put it right', async () => {
    const { carerId, email, id } = await council.acceptedFamily(olivia, 'Fullmailbox');
    const user = async () => (await olivia.call(personRoutes.get, { params: { id: carerId } })).body.user!;
    const tasks = async () =>
      (await council.openTasks(olivia)).filter(({ kind }) => kind === 'contact_bounced');
    await council.activate(daniel, id);
    expect((await user()).mailBouncedAt).toBeNull();

    await bounceNewestMail(email);
    const { id: userId, mailBouncedAt } = await user();
    expect(mailBouncedAt).toBe(service.clock.now().toISOString());
    expect(await tasks()).toMatchObject([
      { personId: carerId, personName: 'Fullmailbox Carer', about: { kind: 'user', id: userId } },
    ]);

    const body = { reason: 'The mailbox was full.' };
    expect((await olivia.call(supportRoutes.resumeMail, { params: { id: userId }, body })).status).toBe(204);
    expect((await user()).mailBouncedAt).toBeNull();
    expect(await tasks()).toEqual([]);
  });
});
