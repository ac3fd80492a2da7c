import { accessRoutes, invitationRoutes, myInvitationRoutes, personRoutes, taskRoutes } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AuditVerification } from '../audit/index.js';
import { Database } from '../database/database.js';
import { everythingStored } from '../testing/everything-stored.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';
import { Council } from '../testing/council.js';

/** Part of every name, address, number and reason of this file. */
const MARK = 'Quillfeather';
const reason = `${MARK} said so`;

describeOnEachDatabase('what inviting leaves behind', (_, engine) => {
  let service: TestApp;
  let council: Council;
  let olivia: TestClient;
  let daniel: TestClient;

  beforeAll(async () => {
    service = await openTestApp(engine);
    council = new Council(service);
    olivia = await council.workerAt('Olivia');
    daniel = await council.workerAt('Daniel');
    await goThrough();
  }, 30_000);
  afterAll(() => service.close());

  /** One carer's story with every act that a reason or a name belongs to. */
  async function goThrough(): Promise<void> {
    const family = await council.family(olivia, MARK, 2);
    const { body } = await council.invite(olivia, family.carerId, family.all);
    const params = { id: body.id };
    await council.confirm(olivia, body.id, 'ABCD-2345');
    await olivia.call(invitationRoutes.resend, { params });
    await council.confirm(olivia, body.id, await council.uniqueCode(family.email));
    const carer = await council.signUp(family.email, family.number);
    const [, child] = (await carer.call(myInvitationRoutes.list)).body.items;
    await carer.call(myInvitationRoutes.decline, { params: { id: child!.accessId }, body: { reason } });
    const { items } = (await council.accept(carer)).body;
    await daniel.call(accessRoutes.refuse, {
      params,
      body: { accessIds: [items[1]!.accessId], reason },
    });
    await council.activate(daniel, body.id);
    for (const move of ['suspend', 'resume', 'end'] as const) {
      await olivia.call(accessRoutes[move], { params: { id: items[0]!.accessId }, body: { reason } });
    }
    const [task] = await council.openTasks(olivia);
    await olivia.call(taskRoutes.claim, { params: { id: task!.id } });
    await olivia.call(taskRoutes.complete, { params: { id: task!.id }, body: { note: reason } });
    await olivia.call(personRoutes.update, { params: { id: family.carerId }, body: { lastName: MARK } });
    const second = await council.invite(olivia, family.carerId, [family.carerId]);
    await olivia.call(invitationRoutes.cancel, { params: { id: second.body.id }, body: { reason } });
    await olivia.call(personRoutes.search, { body: { text: MARK } });
  }

  it('9.2 audits every act, in an unbroken chain', async () => {
    const rows = await service.get(Database).query<{ action: string }[]>('SELECT action FROM audit_events');
    const actions = new Set(rows.map(({ action }) => action));
    const expected = [
      'person.created',
      'placement.started',
      'person.updated',
      'invitation.created',
      'invitation.code-refused',
      'invitation.resent',
      'invitation.code-confirmed',
      'invitation.linked',
      'invitation.cancelled',
      'access.declined',
      'access.accepted',
      'access.refused',
      'access.activated',
      'access.suspended',
      'access.resumed',
      'access.ended',
      'task.claimed',
      'task.completed',
    ];
    expect(expected.filter((action) => !actions.has(action))).toEqual([]);
    expect(await service.get(AuditVerification).verify()).toMatchObject({ isIntact: true });
  });

  it('9.1 keeps no name, address, number or reason in clear, in the database or the log', async () => {
    const stored =
      `${await everythingStored(service.get(Database))}\n${service.log.join('\n')}`.toLowerCase();
    expect(stored).toContain('access.activated');
    expect(stored).not.toContain(MARK.toLowerCase());
    expect(stored).not.toMatch(/123501|carers\.example/);
  });
});
