import { signInRoutes, supportRoutes } from '@cso/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../database/database.js';
import { GatewayReports, NoticeRelay, Notices, WebhookSignature } from '../../notifications/index.js';
import type { TaskEntity } from '../../tasks/index.js';
import { openTestIdentity, ports, type TestIdentity } from '../../testing/test-identity.js';
import { TestCarer } from '../../testing/test-carer.js';
import { TestWorker } from '../../testing/test-worker.js';
import { Users } from '../users/users.service.js';

const HOUR = 3_600_000;

describe.each(['sqlite', 'mariadb'] as const)('mail that comes back on %s', (engine) => {
  let service: TestIdentity;
  let carer: TestCarer;
  let userId: string;
  let people = 0;
  beforeAll(async () => void (service = await openTestIdentity(engine)), 60_000);
  afterAll(() => service.close());
  beforeEach(async () => {
    people += 1;
    ports.isVisible = true;
    ports.carer = { id: `019c0000-0000-7000-8000-00000000010${people}`, teamId: null };
    carer = new TestCarer(service, `bouncing${people}@carers.example`);
    await carer.setUp(`07400 ${String(300_000 + people)}`);
    [{ id: userId }] = await query<[{ id: string }]>(
      'SELECT id FROM users ORDER BY createdAt DESC, id DESC LIMIT 1',
    );
    service.clock.advance(24 * HOUR);
  });

  const query = <Row>(sql: string, values: string[] = []) => service.get(Database).query<Row>(sql, values);
  const bouncedAt = async () => (await service.get(Users).get(userId)).mailBouncedAt;
  const notice = () => service.get(Database).transaction(() => service.get(Notices).tell(userId, 'message'));
  /** Every mail of a notice that was handed to the gateway for this carer. */
  const notices = async () => {
    await service.get(NoticeRelay).drain();
    await service.deliver();
    return service.gateways.mails.filter(
      ({ to, subject }) => to === carer.email && /new message/.test(subject),
    );
  };
  /** What the mail gateway says of a mail. */
  const report = (id: string, state: 'delivered' | 'bounced' | 'failed') =>
    service.get(GatewayReports).receiveDelivery(service.get(WebhookSignature).sign({ id, state }));
  const tasks = () =>
    query<TaskEntity[]>(`SELECT * FROM tasks WHERE kind = 'contact_bounced' AND personId = ?`, [
      ports.carer.id,
    ]);
  const actions = async () =>
    (await query<{ action: string }[]>('SELECT action FROM audit_events WHERE objectId = ?', [userId])).map(
      ({ action }) => action,
    );
  const mailOfReset = async () => {
    await new TestCarer(service, carer.email).browser.call(signInRoutes.requestReset, {
      body: { email: carer.email },
    });
    await service.deliver();
    return service.gateways.mails.at(-1)!.id;
  };
  const bounceNotice = async () => {
    await notice();
    const [mail] = await notices();
    await report(mail!.id, 'bounced');
  };

  it('turns the contact red and gives the team one task', async () => {
    await bounceNotice();
    expect(await bouncedAt()).toEqual(service.clock.now());
    expect(await tasks()).toMatchObject([
      { state: 'open', aboutKind: 'user', aboutId: userId, teamId: null },
    ]);
    expect(await actions()).toContain('user.mail_bounced');
    const id = await mailOfReset();
    service.clock.advance(1);
    await report(id, 'bounced');
    expect(await bouncedAt()).not.toEqual(service.clock.now());
    expect(await tasks()).toHaveLength(1);
  });

  it('is of the address alone: a mail that failed, or a text, says nothing of it', async () => {
    await notice();
    await report((await notices())[0]!.id, 'failed');
    await carer.signIn();
    await carer.sendCode();
    await service.deliver();
    await report(service.gateways.texts.at(-1)!.id, 'bounced');
    expect(await bouncedAt()).toBeNull();
  });

  it('holds notices back until a later mail is delivered', async () => {
    const before = await mailOfReset();
    service.clock.advance(1000);
    await bounceNotice();
    await notice();
    await report(before, 'delivered');
    service.clock.advance(2 * HOUR);
    expect(await notices()).toHaveLength(1);
    expect(await bouncedAt()).not.toBeNull();

    await report(await mailOfReset(), 'delivered');
    expect(await bouncedAt()).toBeNull();
    expect(await tasks()).toMatchObject([{ state: 'done' }]);
    expect(await actions()).toContain('user.mail_resumed');
    expect(await notices()).toHaveLength(2);
  });

  it('ends when a worker has put it right, with the reason, and sends what has waited', async () => {
    await bounceNotice();
    service.clock.advance(HOUR);
    const worker = await TestWorker.enrolled(service, `bouncing${people}@council.example`);
    await worker.signIn();
    const resume = () =>
      worker.app.call(supportRoutes.resumeMail, {
        params: { id: userId },
        body: { reason: 'The mailbox was full.' },
      });
    ports.isVisible = false;
    expect((await resume()).status).toBe(404);
    expect(await bouncedAt()).not.toBeNull();
    ports.isVisible = true;
    expect((await resume()).status).toBe(204);
    expect(await bouncedAt()).toBeNull();
    expect(await tasks()).toMatchObject([{ state: 'done' }]);
    expect(await actions()).toContain('mail.resumed');
    expect(await notices()).toHaveLength(2);
  });

  it('may come back again: red anew, and a task anew', async () => {
    await bounceNotice();
    service.clock.advance(HOUR);
    await report(await mailOfReset(), 'delivered');
    expect(await bouncedAt()).toBeNull();
    const all = await notices();
    await report(all.at(-1)!.id, 'bounced');
    expect(await bouncedAt()).toEqual(service.clock.now());
    expect((await tasks()).filter(({ state }) => state === 'open')).toHaveLength(1);
  });
});
