import { taskRoutes, type TaskView } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DataKeyRing } from '../crypto/data-keys.js';
import { Database } from '../database/database.js';
import { Council } from '../testing/council.js';
import { People } from '../people/index.js';
import { Tasks, type NewTask } from '../tasks/index.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';

describeOnEachDatabase('my work', (_, engine) => {
  let service: TestApp;
  let council: Council;
  let olivia: TestClient;
  let daniel: TestClient;
  let stranger: TestClient;
  let amira: string;
  let teamId: string;

  beforeAll(async () => {
    service = await openTestApp(engine);
    council = new Council(service);
    olivia = await council.workerAt('Olivia');
    daniel = await council.workerAt('Daniel');
    stranger = await council.newWorker('Stranger', await council.newTeam('Fostering team south'));
    amira = await council.find(olivia, 'amira');
    teamId = (await service.get(People).get(amira)).teamId!;
  }, 30_000);
  afterAll(() => service.close());

  const add = (task: Partial<NewTask>) =>
    service.get(Tasks).add({ kind: 'sign_in_locked', personId: amira, teamId, ...task });
  const list = async (worker: TestClient, view: TaskView, cursor?: string) =>
    (await worker.call(taskRoutes.list, { query: { view, ...(cursor ? { cursor } : {}) } })).body;
  const count = async (worker: TestClient) => (await worker.call(taskRoutes.count)).body;
  const everything = async (worker: TestClient) => {
    const first = await list(worker, 'available');
    const second = await list(worker, 'available', first.nextCursor);
    return [...first.items, ...second.items, ...(await list(worker, 'mine')).items];
  };
  const kinds = async (worker: TestClient, view: TaskView) =>
    (await list(worker, view)).items.map(({ kind }) => kind);
  const claim = (worker: TestClient, id: string) => worker.call(taskRoutes.claim, { params: { id } });
  const complete = (worker: TestClient, id: string) =>
    worker.call(taskRoutes.complete, { params: { id }, body: { note: 'Rang them.' } });

  it('joins a task to the same one that is open, until that is done', async () => {
    await Promise.all([add({}), add({}), add({})]);
    const { items } = await list(olivia, 'available');
    expect(items).toHaveLength(1);
    await complete(olivia, items[0]!.id);
    await add({});
    expect(await kinds(olivia, 'available')).toEqual(['sign_in_locked']);
  });

  it('lets one of two who claim at once have it', async () => {
    const { items } = await list(olivia, 'available');
    const claims = await Promise.all([claim(olivia, items[0]!.id), claim(daniel, items[0]!.id)]);
    expect(claims.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(claims.find(({ status }) => status === 409)!.body.code).toBe('STATE_CHANGED');
    const [winner, loser] = claims[0]!.status === 200 ? [olivia, daniel] : [daniel, olivia];
    expect(await kinds(winner, 'mine')).toEqual(['sign_in_locked']);
    expect(await kinds(loser, 'mine')).toEqual([]);
    expect(await kinds(loser, 'available')).toEqual([]);

    const done = await complete(winner, items[0]!.id);
    expect(done.body).toMatchObject({ state: 'done', personName: 'Amira Khan' });
    expect((await complete(winner, items[0]!.id)).body).toMatchObject({ code: 'STATE_CHANGED' });
    expect(await kinds(winner, 'mine')).toEqual([]);
    expect(await kinds(loser, 'done')).toEqual(['sign_in_locked', 'sign_in_locked']);
  });

  it('shows urgent tasks first, then the oldest, to the team alone', async () => {
    await add({ kind: 'new_link_requested' });
    service.clock.advance(1000);
    await add({ kind: 'call_denied', isUrgent: true });
    expect(await kinds(daniel, 'available')).toEqual(['call_denied', 'new_link_requested']);
    expect(await kinds(stranger, 'available')).toEqual([]);
    const { items } = await list(daniel, 'available');
    expect((await claim(stranger, items[0]!.id)).status).toBe(404);
    expect((await complete(stranger, items[0]!.id)).status).toBe(404);
    for (const { id } of items) await complete(daniel, id);
  });

  it('shows a task of no team to every team, for otherwise nobody would do it', async () => {
    await add({ kind: 'call_denied', personId: null, teamId: null });
    expect(await kinds(stranger, 'available')).toEqual(['call_denied']);
    const { items } = await list(daniel, 'available');
    expect((await complete(stranger, items[0]!.id)).status).toBe(200);
    expect(await kinds(daniel, 'available')).toEqual([]);
  });

  it('counts what is mine and what is free, also beyond a page, and what of it is urgent', async () => {
    const empty = { all: 0, urgent: 0 };
    expect(await count(olivia)).toEqual({ mine: empty, available: empty });
    await add({ kind: 'call_denied', isUrgent: true });
    await add({ kind: 'new_link_requested', workerId: await council.workerId('Olivia') });
    for (let index = 0; index < 52; index += 1)
      await add({ about: { kind: 'invitation', id: crypto.randomUUID() } });
    expect(await count(olivia)).toEqual({ mine: { all: 1, urgent: 0 }, available: { all: 53, urgent: 1 } });
    expect(await count(daniel)).toEqual({ mine: empty, available: { all: 53, urgent: 1 } });
    expect(await count(stranger)).toEqual({ mine: empty, available: empty });

    const [urgent] = (await list(olivia, 'available')).items;
    await claim(olivia, urgent!.id);
    expect(await count(olivia)).toEqual({ mine: { all: 2, urgent: 1 }, available: { all: 52, urgent: 0 } });
    expect(await count(daniel)).toEqual({ mine: empty, available: { all: 52, urgent: 0 } });
    await complete(olivia, urgent!.id);
    expect(await count(olivia)).toMatchObject({ mine: { all: 1, urgent: 0 } });
    for (const { id } of await everything(olivia)) await complete(olivia, id);
    expect(await count(olivia)).toEqual({ mine: empty, available: empty });
  });

  it('comes in pages, and the last one says so', async () => {
    for (let index = 0; index < 50; index += 1)
      await add({ about: { kind: 'invitation', id: crypto.randomUUID() } });
    expect((await list(olivia, 'available')).nextCursor).toBeUndefined();
    await add({ about: { kind: 'invitation', id: crypto.randomUUID() } });
    const first = await list(olivia, 'available');
    expect(first.items).toHaveLength(50);
    expect((await list(olivia, 'available', first.nextCursor)).items).toHaveLength(1);
    const refused = await olivia.call(taskRoutes.list, { query: { view: 'done', cursor: '-1' } });
    expect(refused.status).toBe(422);
  });

  it('goes on without the name of somebody who was erased', async () => {
    const { dataKeyId } = await service.get(People).get(amira);
    await service.get(DataKeyRing).destroy(dataKeyId);
    const { items } = await list(olivia, 'available');
    expect(items[0]).toMatchObject({ personId: amira, personName: null });
    expect(await council.find(olivia, 'yusuf')).toBeDefined();
  });

  it('tells the team and the worker who look on that a task came, changed hands or was done', async () => {
    const told = async () => {
      const rows = await service
        .get(Database)
        .query<{ audience: string; kind: string }[]>('SELECT audience, kind FROM live_events');
      await service.get(Database).query('DELETE FROM live_events');
      return rows.map(({ audience, kind }) => `${audience} ${kind}`).toSorted();
    };
    const oliviaId = await council.workerId('Olivia');
    await told();
    await add({ kind: 'call_denied' });
    expect(await told()).toEqual([`team:${teamId} tasks`]);
    await add({ kind: 'call_denied' });
    expect(await told()).toEqual([]);
    const { id } = (await list(olivia, 'available')).items.find(({ kind }) => kind === 'call_denied')!;
    await claim(olivia, id);
    expect(await told()).toEqual([`team:${teamId} tasks`, `worker:${oliviaId} tasks`]);
    await complete(olivia, id);
    expect(await told()).toEqual([`team:${teamId} tasks`, `worker:${oliviaId} tasks`]);
    const about = { kind: 'thread', id: amira } as const;
    await add({ kind: 'nobody_allocated', teamId: null, about });
    await service.get(Tasks).completeAbout(about.id, 'nobody_allocated');
    expect(await told()).toEqual(['team:none tasks', 'team:none tasks']);
    await service.get(Tasks).completeAbout(about.id, 'nobody_allocated');
    expect(await told()).toEqual([]);
  });
});
