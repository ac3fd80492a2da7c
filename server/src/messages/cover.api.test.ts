import { coverRoutes, inboxRoutes, myMessageRoutes, personRoutes, type SetCover } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY_MS } from '../clock/lengths.js';
import { Council } from '../testing/council.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';

const CONVERSATION = '01890000-0000-7000-8000-000000000001';

describeOnEachDatabase('8.5 worker away', (_, engine) => {
  let service: TestApp;
  let council: Council;
  let olivia: TestClient;
  let daniel: TestClient;
  let ruth: TestClient;
  let south: TestClient;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    service = await openTestApp(engine);
    council = new Council(service);
    olivia = await council.workerAt('Olivia');
    daniel = await council.workerAt('Daniel');
    ruth = await council.workerAt('Ruth');
    south = await council.newWorker('South', await council.newTeam('Fostering team south'));
    for (const name of ['Olivia', 'Daniel', 'Ruth', 'South']) ids[name] = await council.workerId(name);
  }, 60_000);
  afterAll(() => service.close());

  const day = (days: number) =>
    new Date(service.clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);
  const set = (worker: TestClient, cover: Partial<SetCover> & { coverId: string }) =>
    worker.call(coverRoutes.set, { body: { startsOn: day(0), endsOn: day(3), ...cover } });
  const endAll = async () => {
    for (const { id } of (await ruth.call(coverRoutes.list)).body.items)
      await ruth.call(coverRoutes.end, { params: { id } });
  };

  it('is given only to somebody whose role reads messages', async () => {
    for (const name of ['Noor', 'Sam']) {
      const refused = await set(olivia, { coverId: await council.workerId(name) });
      expect(refused.body).toMatchObject({ code: 'INVALID_INPUT', fields: { coverId: 'INVALID' } });
    }
  });

  it('shows the carer who reads and when the worker is back, and lets that worker read and take it', async () => {
    const family = await council.acceptedFamily(olivia, 'Covered');
    await council.activate(daniel, family.id);
    const allocation = { workerId: ids['Olivia']!, role: 'supervising_worker' } as const;
    await olivia.call(personRoutes.allocateWorker, { params: { id: family.carerId }, body: allocation });
    // A chain over the team's border: South reads for Daniel, who reads for Olivia.
    expect((await set(olivia, { coverId: ids['Daniel']! })).status).toBe(200);
    expect((await set(daniel, { coverId: ids['South']! })).status).toBe(200);

    const { items } = (
      await family.carer.call(myMessageRoutes.listRecipients, { params: { id: family.carerId } })
    ).body;
    expect(items[0]).toMatchObject({
      choice: 'supervising_worker',
      workerName: 'Olivia Hart',
      cover: { workerName: 'South Newly', backOn: day(4) },
    });
    const sent = await family.carer.call(myMessageRoutes.startThread, {
      body: {
        accountId: family.carerId,
        typeId: CONVERSATION,
        recipient: 'supervising_worker',
        subject: 'While you are away',
        body: 'Please read',
        isPrivate: false,
      },
      idempotencyKey: crypto.randomUUID(),
    });
    expect(sent.body).toMatchObject({
      sentTo: 'Olivia Hart',
      cover: { workerName: 'South Newly', backOn: day(4) },
    });
    const mine = async (worker: TestClient) =>
      (await worker.call(inboxRoutes.list, { query: { view: 'mine' } })).body.items.map(({ id }) => id);
    expect(await mine(south)).toContain(sent.body.threadId);
    const params = { id: sent.body.threadId };
    await olivia.call(inboxRoutes.claim, { params, body: {} });
    expect(await mine(south)).toContain(sent.body.threadId);
    const takeOver = { fromWorkerId: ids['Olivia']!, reason: 'Olivia is away' };
    expect((await south.call(inboxRoutes.claim, { params, body: { takeOver } })).status).toBe(200);
    await endAll();
    const other = await family.carer.call(myMessageRoutes.listRecipients, { params: { id: family.carerId } });
    expect(other.body.items[0]!.cover).toBeNull();
  });

  it('stops by itself after its last day', async () => {
    await set(olivia, { coverId: ids['Daniel']!, endsOn: day(0) });
    expect((await ruth.call(coverRoutes.list)).body.items).toHaveLength(1);
    service.clock.advance(DAY_MS);
    [olivia, daniel, ruth] = [
      await council.workerAt('Olivia'),
      await council.workerAt('Daniel'),
      await council.workerAt('Ruth'),
    ];
    expect((await ruth.call(coverRoutes.list)).body.items).toEqual([]);
  });

  it('refuses a loop of any length, an overlap, the past and whoever is not there', async () => {
    await set(olivia, { coverId: ids['Daniel']! });
    await set(daniel, { coverId: ids['Ruth']! });
    expect((await set(ruth, { coverId: ids['Olivia']! })).body).toMatchObject({ code: 'COVER_LOOPS' });
    expect((await set(ruth, { coverId: ids['Ruth']! })).body).toMatchObject({ code: 'COVER_LOOPS' });
    expect((await set(olivia, { coverId: ids['Ruth']! })).body).toMatchObject({ code: 'COVER_OVERLAPS' });
    expect((await set(ruth, { coverId: ids['Olivia']!, startsOn: day(4), endsOn: day(6) })).status).toBe(200);
    const past = { coverId: ids['South']!, startsOn: day(-3), endsOn: day(-1) };
    expect((await set(ruth, past)).body).toMatchObject({ fields: { endsOn: 'INVALID_DATE' } });
    const nobody = { coverId: crypto.randomUUID(), startsOn: day(20), endsOn: day(21) };
    expect((await set(ruth, nobody)).body).toMatchObject({ fields: { coverId: 'INVALID' } });
    await endAll();
  });

  it('is each worker’s own, and a manager’s for whoever falls ill', async () => {
    const forDaniel = { workerId: ids['Daniel']!, coverId: ids['Ruth']! };
    expect((await set(olivia, forDaniel)).status).toBe(403);
    const { body } = await set(ruth, forDaniel);
    expect(body).toMatchObject({ workerName: 'Daniel Osei', coverName: 'Ruth Bellamy' });
    expect((await olivia.call(coverRoutes.end, { params: { id: body.id } })).status).toBe(403);
    expect((await daniel.call(coverRoutes.end, { params: { id: body.id } })).status).toBe(204);
    expect((await daniel.call(coverRoutes.end, { params: { id: body.id } })).status).toBe(409);
  });
});
