import { answerDraftRoutes, draftRoutes, inboxRoutes, myMessageRoutes } from '@cso/contract';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { Council } from '../testing/council.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';

const CONVERSATION = '01890000-0000-7000-8000-000000000001';

describeOnEachDatabase('what a worker has begun to answer', (_, engine) => {
  let service: TestApp;
  let council: Council;
  let olivia: TestClient;
  let daniel: TestClient;
  let stranger: TestClient;
  let carer: TestClient;
  let childId: string;
  let carerId: string;
  let id: string;

  beforeAll(async () => {
    service = await openTestApp(engine);
    council = new Council(service);
    olivia = await council.workerAt('Olivia');
    daniel = await council.workerAt('Daniel');
    stranger = await council.newWorker('Stranger', await council.newTeam('Fostering team south'));
    const family = await council.acceptedFamily(olivia, 'Writer');
    await council.activate(daniel, family.id);
    [carer, carerId, childId] = [family.carer, family.carerId, family.childIds[0]!];
  }, 60_000);
  afterAll(() => service.close());
  beforeEach(async () => {
    const message = { subject: 'A question', body: 'May he?', recipient: 'team', isPrivate: false } as const;
    const started = await carer.call(myMessageRoutes.startThread, {
      body: { ...message, typeId: CONVERSATION, accountId: childId },
      idempotencyKey: crypto.randomUUID(),
    });
    id = started.body.threadId;
  });

  const save = (worker: TestClient, body: string, revision = 0) =>
    worker.call(answerDraftRoutes.save, { params: { id }, body: { body, revision } });
  const draftOf = async (worker: TestClient) =>
    (await worker.call(answerDraftRoutes.get, { params: { id } })).body.draft;
  const claim = (worker: TestClient) => worker.call(inboxRoutes.claim, { params: { id }, body: {} });
  const send = (worker: TestClient, body: string) =>
    worker.call(inboxRoutes.reply, {
      params: { id },
      body: { body, close: false },
      idempotencyKey: crypto.randomUUID(),
    });

  it('is there again, for this worker alone', async () => {
    expect(await draftOf(olivia)).toBeNull();
    const { revision } = (await save(olivia, 'Yes')).body;
    await save(olivia, 'Yes, he', revision);
    expect(await draftOf(olivia)).toMatchObject({ body: 'Yes, he', revision: 2 });
    expect(await draftOf(daniel)).toBeNull();
    expect((await carer.call(draftRoutes.list)).body.items).toEqual([]);
  });

  it('tells the second of two computers, and loses neither text', async () => {
    const saves = await Promise.all([save(olivia, 'At work'), save(olivia, 'At home')]);
    expect(saves.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await save(olivia, 'Anew')).body).toMatchObject({ code: 'DRAFT_CHANGED' });
    expect(['At work', 'At home']).toContain((await draftOf(olivia))!.body);
  });

  it('goes with the sending, and only with it', async () => {
    await claim(olivia);
    await save(olivia, 'Yes, he may');
    expect((await send(olivia, '')).status).toBe(400);
    expect((await send(daniel, 'No')).status).toBe(409);
    expect(await draftOf(olivia)).not.toBeNull();
    expect((await send(olivia, 'Yes, he may')).status).toBe(200);
    expect(await draftOf(olivia)).toBeNull();
  });

  it('stays when somebody else takes the thread over', async () => {
    await claim(olivia);
    await save(olivia, 'Half a thought');
    await daniel.call(inboxRoutes.claim, {
      params: { id },
      body: { takeOver: { fromWorkerId: await council.workerId('Olivia'), reason: 'She is ill' } },
    });
    expect(await send(daniel, 'Yes')).toMatchObject({ status: 200 });
    expect(await draftOf(olivia)).toMatchObject({ body: 'Half a thought' });
  });

  it('goes with the thread to the account that it is about', async () => {
    await claim(olivia);
    await save(olivia, 'Yes, you may');
    const body = { accountId: carerId, reason: 'It is about the carer' };
    const moved = await olivia.call(inboxRoutes.move, { params: { id }, body });
    expect(await draftOf(olivia)).toBeNull();
    id = moved.body.movedToThreadId!;
    expect(await draftOf(olivia)).toMatchObject({ body: 'Yes, you may' });
    expect((await send(olivia, 'Yes, you may')).status).toBe(200);
    expect(await draftOf(olivia)).toBeNull();
  });

  it('is none of a thread that the worker may not see', async () => {
    expect((await save(stranger, 'x')).status).toBe(404);
    expect((await stranger.call(answerDraftRoutes.get, { params: { id } })).status).toBe(404);
    expect((await carer.call(answerDraftRoutes.get, { params: { id } })).status).toBe(403);
  });
});
