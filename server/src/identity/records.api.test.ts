import { signInRoutes } from '@cso/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditVerification } from '../audit/index.js';
import { Database } from '../database/database.js';
import { ReportListeners } from '../notifications/index.js';
import { TestCarer } from '../testing/test-carer.js';
import { openTestIdentity, ports, type TestIdentity } from '../testing/test-identity.js';
import { TestWorker } from '../testing/test-worker.js';

const TABLES = [
  'users',
  'sessions',
  'challenges',
  'workers',
  'devices',
  'attempt_buckets',
  'limits',
  'audit_events',
  'outbox',
];

describe.each(['sqlite', 'mariadb'] as const)('what identity writes down on %s', (engine) => {
  let service: TestIdentity;
  let carer: TestCarer;
  const rows = <Row>(sql: string) => service.get(Database).query<Row[]>(sql);
  beforeAll(async () => {
    service = await openTestIdentity(engine);
    carer = new TestCarer(service, 'canary@carers.example');
    await carer.setUp();
    await TestWorker.enrolled(service, 'canary@council.example');
  });
  afterAll(() => service.close());

  it('9.1 no name, address or number stands in a table', async () => {
    const dump: string[] = [];
    for (const table of TABLES) {
      for (const row of await rows<Record<string, unknown>>(`SELECT * FROM ${table}`)) {
        for (const value of Object.values(row))
          dump.push(Buffer.isBuffer(value) ? value.toString('latin1') : String(value));
      }
    }
    for (const canary of ['canary', 'Robin', 'Okafor', 'Fielding', '7400123456']) {
      expect(dump.filter((value) => value.includes(canary))).toEqual([]);
    }
  });

  it('9.2 every step is in the audit log, also what was refused, and the chain holds', async () => {
    await carer.browser.call(signInRoutes.signOut);
    await carer.signIn('Wrong-horse-1');
    const log = await rows<{ action: string; outcome: string }>(
      'SELECT action, outcome FROM audit_events ORDER BY seq',
    );
    expect(log.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'email_code.asked done',
      'email_code.used done',
      'user.created done',
      'phone.given done',
      'challenge.sent done',
      'challenge.used done',
      'phone.enrolled done',
      'challenge.sent done',
      'challenge.used done',
      'phone.confirmed done',
      'sign_in.completed done',
      'worker.added done',
      'session.ended done',
      'sign_in.password_tried refused',
    ]);
    expect(await service.get(AuditVerification).verify()).toMatchObject({ isIntact: true });
  });

  it('5.6 a call that the carer denies becomes an urgent task of the team, once', async () => {
    service.clock.advance(3_600_000);
    await carer.signIn();
    const { body } = await carer.sendCode('call');
    await service.deliver();
    const callId = service.gateways.calls.at(-1)?.id ?? '';
    for (const step of [{ event: 'answered' }, { event: 'prompted' }, { event: 'key', key: '1' }] as const) {
      const report = { callId, challengeId: body.id, ...step };
      await service.get(Database).transaction(() => service.get(ReportListeners).tellOfCall(report));
    }
    const tasks = await rows<{ kind: string; personId: string; isUrgent: number }>('SELECT * FROM tasks');
    expect(tasks).toHaveLength(1);
    expect(tasks[0]).toMatchObject({ kind: 'call_denied', personId: ports.carer.id, isUrgent: 1 });
  });
});
