import { accountRoutes, draftRoutes, myMessageRoutes, mySignInRoutes } from '@cso/contract';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { OpenedAccounts } from '../accounts/index.js';
import { Correspondence, type Home } from '../testing/correspondence.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';

const MINUTE_MS = 60_000;

describeOnEachDatabase('what is read with the session', (_, engine) => {
  let service: TestApp;
  let post: Correspondence;
  let home: Home;
  let threadId: string;
  let people = 0;
  beforeAll(async () => {
    service = await openTestApp(engine);
    post = await Correspondence.open(service);
  }, 90_000);
  beforeEach(async () => {
    people += 1;
    home = await post.home(`Parent${people}`);
    ({ threadId } = (await post.start(home.carer, home.childId)).body);
  }, 90_000);
  afterAll(() => service.close());

  /** One status for each route that reads along with the session, and whether it said why. */
  async function answersTo(client: TestClient) {
    const place = { accountId: home.childId, kind: 'reply', targetId: threadId } as const;
    const body = { place, content: { body: 'Dear' }, revision: 0 };
    const answers = [
      await client.call(accountRoutes.listMine),
      await client.call(accountRoutes.dashboard, { params: { id: home.childId } }),
      await client.call(myMessageRoutes.listThreads, { query: {} }),
      await client.call(myMessageRoutes.getThread, { params: { id: threadId }, query: {} }),
      await client.call(draftRoutes.save, { body }),
    ];
    return answers.map(({ status }) => status);
  }

  it('is there for its carer', async () => {
    expect(await answersTo(home.carer)).toEqual([200, 200, 200, 200, 200]);
  });

  it('5.13 is nobody’s once the session was ended', async () => {
    await home.carer.call(mySignInRoutes.endAllSessions);
    expect(await answersTo(home.carer)).toEqual([401, 401, 401, 401, 401]);
  });

  it('is refused to a worker, and to whoever has not signed in', async () => {
    expect(await answersTo(post.olivia)).toEqual([403, 403, 403, 403, 403]);
    expect(await answersTo(service.client('web'))).toEqual([401, 401, 401, 401, 401]);
  });

  it('8.2 holds no account whose access has ended', async () => {
    await post.changeAccess('end', home);
    const { items } = (await home.carer.call(accountRoutes.listMine)).body;
    expect(items.map(({ id }) => id)).toEqual([home.carerId]);
    expect(await answersTo(home.carer)).toEqual([200, 404, 200, 404, 409]);
  });

  it('is not to be had by a handler that did not ask for it', () => {
    const actor = { kind: 'carer', sessionId: 's', stage: 'signed_in', userId: 'u' } as const;
    expect(() => service.get(OpenedAccounts).of(actor)).toThrow('lacks @OpenedWith');
  });

  // Last: the workers' sessions end with it.
  it('5.11 is nobody’s after 15 minutes, also when the clock goes back (8 R8)', async () => {
    service.clock.advance(15 * MINUTE_MS);
    expect(await answersTo(home.carer)).toEqual([401, 401, 401, 401, 401]);
    service.clock.advance(-10 * MINUTE_MS);
    expect(await answersTo(home.carer)).toEqual([401, 401, 401, 401, 401]);
  });
});
