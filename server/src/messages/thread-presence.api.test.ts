import { threadPresenceRoutes } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Correspondence, type Home } from '../testing/correspondence.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';
import { TestStream } from '../testing/test-stream.js';

describeOnEachDatabase('8.5 two workers reply: presence', (_, engine) => {
  let service: TestApp;
  let post: Correspondence;
  let home: Home;
  let olivia: TestClient;
  let daniel: TestClient;
  beforeAll(async () => {
    service = await openTestApp(engine);
    post = await Correspondence.open(service);
    home = await post.home('Present');
    olivia = post.olivia;
    daniel = post.daniel;
  }, 60_000);
  afterAll(() => service.close());

  const begun = async () => (await post.start(home.carer, home.childId)).body.threadId;
  const attend = async (worker: TestClient, id: string) =>
    (await worker.call(threadPresenceRoutes.attend, { params: { id }, isPassive: true })).body.items.map(
      ({ workerName }) => workerName,
    );
  const leave = (worker: TestClient, id: string) =>
    worker.call(threadPresenceRoutes.leave, { params: { id } });

  it('names who else has the thread open, until they close it', async () => {
    const id = await begun();
    expect(await attend(olivia, id)).toEqual([]);
    expect(await attend(daniel, id)).toEqual(['Olivia Hart']);
    expect(await attend(olivia, id)).toEqual(['Daniel Osei']);
    expect((await leave(daniel, id)).status).toBe(204);
    expect((await leave(daniel, id)).status).toBe(204);
    expect(await attend(olivia, id)).toEqual([]);
  });

  it('forgets whoever has not said so for 90 seconds', async () => {
    const id = await begun();
    await attend(olivia, id);
    service.clock.advance(60_000);
    expect(await attend(daniel, id)).toEqual(['Olivia Hart']);
    service.clock.advance(30_000);
    expect(await attend(daniel, id)).toEqual([]);
  });

  it('tells those who are there that somebody came or went', async () => {
    const id = await begun();
    await attend(olivia, id);
    const stream = await TestStream.open(service.app, olivia);
    await stream.opened();
    const before = stream.kinds.length;
    await attend(daniel, id);
    await stream.until(({ kinds }) => kinds.length > before);
    const then = stream.kinds.length;
    await leave(daniel, id);
    await stream.until(({ kinds }) => kinds.length > then);
    stream.leave();
  });

  it('is as secret as the thread', async () => {
    const id = await begun();
    const south = await post.council.newTeam('Fostering team south');
    const stranger = await post.council.newWorker('Stranger', south);
    const answer = await stranger.call(threadPresenceRoutes.attend, { params: { id } });
    expect(answer.status).toBe(404);
  });
});
