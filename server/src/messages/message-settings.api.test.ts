import { answerTemplateRoutes, messageTypeRoutes, myMessageRoutes } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Council } from '../testing/council.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';

describeOnEachDatabase('what may be written, and ready texts', (_, engine) => {
  let service: TestApp;
  let sam: TestClient;
  let ruth: TestClient;
  let olivia: TestClient;
  let stranger: TestClient;
  let carer: TestClient;

  beforeAll(async () => {
    service = await openTestApp(engine);
    const council = new Council(service);
    [sam, ruth, olivia] = [
      await council.workerAt('Sam'),
      await council.workerAt('Ruth'),
      await council.workerAt('Olivia'),
    ];
    stranger = await council.newWorker(
      'Stranger',
      await council.newTeam('Fostering team south'),
      'team_manager',
    );
    carer = (await council.acceptedFamily(olivia, 'Reader')).carer;
  }, 60_000);
  afterAll(() => service.close());

  const names = async () => (await carer.call(myMessageRoutes.listTypes)).body.items.map(({ name }) => name);

  it('offers the guide’s two types and whatever an admin adds, until it is switched off', async () => {
    expect((await names()).slice(0, 2)).toEqual(['Message your worker', 'Foster carer recording']);
    const body = { name: 'Ask about training', guidance: 'Answered weekly', isActive: true };
    const { id } = (await sam.call(messageTypeRoutes.create, { body })).body;
    expect(await names()).toContain('Ask about training');
    await sam.call(messageTypeRoutes.save, { params: { id }, body: { ...body, isActive: false } });
    expect(await names()).not.toContain('Ask about training');
    expect((await olivia.call(messageTypeRoutes.create, { body })).status).toBe(403);
  });

  it('takes new words for the service’s own, which cannot be switched off', async () => {
    const { items } = (await sam.call(messageTypeRoutes.list)).body;
    const { id, name } = items[0]!;
    const saved = { name, guidance: 'We answer within two working days.', isActive: true };
    expect((await sam.call(messageTypeRoutes.save, { params: { id }, body: saved })).body).toMatchObject(
      saved,
    );
    const off = { params: { id }, body: { ...saved, isActive: false } };
    expect((await sam.call(messageTypeRoutes.save, off)).body).toMatchObject({
      code: 'MESSAGE_TYPE_BUILT_IN',
    });
  });

  it('keeps a team’s ready texts to the team, and everybody’s for all', async () => {
    const add = (name: string, isForEveryTeam: boolean) =>
      ruth.call(answerTemplateRoutes.create, { body: { name, body: 'Thank you.', isForEveryTeam } });
    const own = (await add('Ours', false)).body;
    await add('All', true);
    const listed = async (worker: TestClient) =>
      (await worker.call(answerTemplateRoutes.list)).body.items.map(({ name }) => name);
    expect(await listed(olivia)).toEqual(expect.arrayContaining(['All', 'Ours']));
    expect(await listed(stranger)).not.toContain('Ours');
    expect((await stranger.call(answerTemplateRoutes.remove, { params: { id: own.id } })).status).toBe(404);
    const body = { name: 'Ours too', body: 'Thanks.', isForEveryTeam: false };
    expect((await ruth.call(answerTemplateRoutes.save, { params: { id: own.id }, body })).body).toMatchObject(
      { name: 'Ours too' },
    );
    expect((await ruth.call(answerTemplateRoutes.remove, { params: { id: own.id } })).status).toBe(204);
    expect((await olivia.call(answerTemplateRoutes.create, { body })).status).toBe(403);
  });
});
