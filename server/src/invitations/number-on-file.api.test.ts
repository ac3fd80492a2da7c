import { invitationRoutes, personRoutes } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '../database/database.js';
import { Council } from '../testing/council.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';

describeOnEachDatabase('5.1 the carer’s number on file', (_, engine) => {
  let service: TestApp;
  let council: Council;
  let olivia: TestClient;

  beforeAll(async () => {
    service = await openTestApp(engine);
    council = new Council(service);
    olivia = await council.workerAt('Olivia');
  }, 30_000);
  afterAll(() => service.close());

  const invited = async (name: string) => {
    const family = await council.family(olivia, name);
    return { ...family, id: (await council.invite(olivia, family.carerId, family.all)).body.id };
  };
  const ask = (worker: TestClient, id: string) =>
    worker.call(invitationRoutes.getNumberOnFile, { params: { id } });
  const looksAt = async (carerId: string) => {
    const sql = `SELECT actorId, action FROM audit_events WHERE objectId = '${carerId}' AND action LIKE '%viewed'`;
    return service.get(Database).query<{ actorId: string; action: string }[]>(sql);
  };

  it('is shown in groups to read aloud, and who looked is kept', async () => {
    const { id, carerId } = await invited('Ringing');
    const daniel = await council.workerAt('Daniel');
    expect((await ask(daniel, id)).body).toEqual({ number: '07400 123 501' });
    expect(await looksAt(carerId)).toEqual([
      { actorId: await council.workerId('Daniel'), action: 'person.number-viewed' },
    ]);
  });

  it('is not there when none is on file', async () => {
    const { id, carerId } = await invited('Numberless');
    await olivia.call(personRoutes.update, { params: { id: carerId }, body: { phone: null } });
    expect((await ask(olivia, id)).body).toEqual({ number: null });
  });

  it('is shown only while a code can be confirmed', async () => {
    const { id, email } = await invited('Confirmed');
    await council.confirm(olivia, id, await council.uniqueCode(email));
    expect(await ask(olivia, id)).toMatchObject({ status: 409, body: { code: 'INVITATION_CLOSED' } });
  });

  it('is no other team’s business, and nobody of it is told that it exists', async () => {
    const { id, carerId } = await invited('Hidden');
    const stranger = await council.newWorker('Stranger', await council.newTeam('Fostering team south'));
    expect((await ask(stranger, id)).status).toBe(404);
    expect(await looksAt(carerId)).toEqual([]);
  });
});
