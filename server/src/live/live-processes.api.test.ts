import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '../database/database.js';
import { Council } from '../testing/council.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { TestStream } from '../testing/test-stream.js';
import { LivePoller } from './live-poller.js';
import { Live } from './live.js';

let first: TestApp;
let second: TestApp;
let third: TestApp;
let worker: TestClient;
let workerId: string;
beforeAll(async () => {
  first = await openTestApp('mariadb');
  const shared = { DATABASE_URL: first.databaseUrl, KEYS_FILE: first.keysFile };
  [second, third] = await Promise.all([openTestApp('mariadb', shared), openTestApp('mariadb', shared)]);
  const council = new Council(first);
  worker = await council.workerAt('Olivia');
  workerId = await council.workerId('Olivia');
}, 60_000);
afterAll(async () => {
  await first.close();
  await second.close();
});

const tellAt = ({ get }: TestApp, kind: 'tasks' | 'inbox' | 'messages' | 'recordings') =>
  get(Database).transaction(() => get(Live).tell(`worker:${workerId}`, kind));

it('two processes: each tells its own streams what the other wrote', async () => {
  const streams = await Promise.all([first, second].map(({ app }) => TestStream.open(app, worker)));
  await Promise.all(streams.map((stream) => stream.opened()));
  await tellAt(first, 'tasks');
  await tellAt(second, 'inbox');
  await Promise.all([first, second].map(({ get }) => get(LivePoller).poll()));
  for (const stream of streams) {
    await stream.heard('tasks');
    await stream.heard('inbox');
    stream.leave();
  }
});

it('two processes: a transaction that commits after a later one of the other is not lost', async () => {
  const stream = await TestStream.open(second.app, worker);
  await stream.opened();
  let commit: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (commit = resolve));
  let hasWritten: () => void = () => undefined;
  const written = new Promise<void>((resolve) => (hasWritten = resolve));
  const slow = first.get(Database).transaction(async () => {
    await first.get(Live).tell(`worker:${workerId}`, 'messages');
    hasWritten();
    await gate;
  });
  await written;
  for (const { clock } of [first, second]) clock.advance(5000);
  await tellAt(second, 'recordings');
  await second.get(LivePoller).poll();
  await stream.heard('recordings');
  commit();
  await slow;
  await second.get(LivePoller).poll();
  await stream.heard('messages');
  stream.leave();
});

it('two processes: a client whose process stops catches up at the other', async () => {
  third.clock.set(first.clock.now());
  const stream = await TestStream.open(third.app, worker);
  await stream.opened();
  await third.close();
  await stream.ended();
  await tellAt(first, 'inbox');
  for (const { clock } of [first, second]) clock.advance(300_000);
  const resumed = await TestStream.open(second.app, worker, stream.lastEventId);
  await resumed.opened();
  expect(resumed.kinds).toContain('inbox');
  expect(resumed.kinds).not.toContain('all');
});
