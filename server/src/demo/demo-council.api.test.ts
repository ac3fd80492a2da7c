import { answerTemplateRoutes, messageTypeRoutes, personRoutes, workerSignInRoutes } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, openTestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';
import { DemoAuthenticators } from './demo-authenticators.js';
import { DemoCouncil } from './demo-council.js';
import { demoWorkers } from './demo-people.js';

describeOnEachDatabase('The demo council', (_, engine) => {
  let server: TestApp;

  /** As a newcomer does it: password from the page, then the code of the authenticator on the page. */
  async function signIn(email: string, password: string): Promise<TestClient> {
    const client = server.client('desktop');
    const signedIn = await client.call(workerSignInRoutes.signIn, { body: { email, password } });
    client.token = signedIn.body.token;
    const code =
      server
        .get(DemoAuthenticators)
        .list()
        .find((app) => app.email === email)?.code ?? '';
    const { status, body } = await client.call(workerSignInRoutes.verifyTotp, { body: { code } });
    expect(status).toBe(200);
    client.token = body.token;
    return client;
  }

  const search = async (client: TestClient, text: string) => {
    const { body } = await client.call(personRoutes.search, { body: { text } });
    return body.items;
  };

  beforeAll(async () => {
    server = await openTestApp(engine);
  }, 30_000);

  afterAll(() => server.close());

  it('is there at the first start, and made only once', async () => {
    expect(await server.get(DemoCouncil).seed()).toBe(false);
    expect(server.log.filter((line) => line.includes('demo.council-made'))).toHaveLength(1);
  });

  it.each(demoWorkers)(
    '$email signs in with the password and the authenticator of the page',
    async (worker) => {
      await signIn(worker.email, worker.password);
    },
  );

  it('has a couple and a single carer who look after three children', async () => {
    server.clock.advance(60_000);
    const { email, password } = demoWorkers[0]!;
    const olivia = await signIn(email, password);
    expect((await search(olivia, '')).map(({ lastName }) => lastName)).toEqual([
      'Johnson',
      'Khan',
      'Khan',
      'Marsh',
      'Marsh',
      'Palmer',
    ]);

    const [amira] = await search(olivia, 'Amira');
    const { body } = await olivia.call(personRoutes.get, { params: { id: amira!.id } });
    expect(body).toMatchObject({
      email: 'amira.khan@carers.example',
      household: [{ name: 'Yusuf Khan' }],
      allocations: [{ workerName: 'Daniel Osei', role: 'supervising_worker' }],
      user: null,
    });
    expect(body.placements.map(({ childName }) => childName).sort()).toEqual(['Ella Marsh', 'Leo Marsh']);
  });

  it('has a message type of its own and ready texts to answer with', async () => {
    server.clock.advance(60_000);
    const [olivia, , , sam] = demoWorkers;
    const admin = await signIn(sam!.email, sam!.password);
    const types = (await admin.call(messageTypeRoutes.list)).body.items;
    expect(types.filter(({ isBuiltIn }) => !isBuiltIn)).toMatchObject([
      { name: 'Ask about training or support groups', isActive: true },
    ]);
    const caseworker = await signIn(olivia!.email, olivia!.password);
    const texts = (await caseworker.call(answerTemplateRoutes.list)).body.items;
    expect(texts.map(({ name }) => name)).toEqual([
      'Please send a recording',
      'Training dates',
      'We have your message',
    ]);
  });
});
