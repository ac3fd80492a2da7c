import { myMessageRoutes, type Route } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bodiesOf, Correspondence, type Home } from '../testing/correspondence.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import { type TestCall, TestClient } from '../testing/test-client.js';

let first: TestApp;
let second: TestApp;
let post: Correspondence;
let home: Home;
let elsewhere: TestClient;
beforeAll(async () => {
  first = await openTestApp('mariadb');
  second = await openTestApp('mariadb', { DATABASE_URL: first.databaseUrl, KEYS_FILE: first.keysFile });
  post = await Correspondence.open(first);
  home = await post.home('Twice');
  second.clock.set(first.clock.now());
  elsewhere = new TestClient(second.app, 'web', '203.0.113.9');
}, 90_000);
afterAll(async () => {
  await second.close();
  await first.close();
});

/** The same request of the same browser, sent to each process five times at once. */
const atBoth = <R extends Route>(route: R, call: TestCall<R>) =>
  Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      index % 2 === 0
        ? home.carer.call(route, call)
        : elsewhere.call(route, { ...call, headers: home.carer.headers() }),
    ),
  );

it('R4 two processes, one key at once: one message, and one in the badge of who did not write it', async () => {
  const partner = await post.carerOf(home.childId, 'Other', home.carerId);
  const { threadId: id } = (await post.start(home.carer, home.childId)).body;
  second.clock.set(first.clock.now());
  const before = (await post.thread(partner.carer, id)).body.unreadCount;
  const call = { params: { id }, body: { body: 'Once' }, idempotencyKey: 'one-reply' };
  const replies = await atBoth(myMessageRoutes.reply, call);
  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
  expect(new Set(replies.map(({ body }) => body.messageId)).size).toBe(1);
  expect(bodiesOf((await post.thread(home.carer, id)).body.messages)).toEqual(['A word.', 'Once']);
  expect((await post.thread(partner.carer, id)).body.unreadCount).toBe(before + 1);
}, 60_000);
