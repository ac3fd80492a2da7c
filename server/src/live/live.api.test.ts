import { type LiveKind, signInRoutes } from '@cso/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Identifiers } from '../crypto/identifiers.js';
import { Database } from '../database/database.js';
import { systemContext } from '../request/request-context.js';
import { Teams } from '../staff/index.js';
import { TestCarer } from '../testing/test-carer.js';
import type { TestClient } from '../testing/test-client.js';
import { openTestIdentity, type TestIdentity } from '../testing/test-identity.js';
import { TestStream } from '../testing/test-stream.js';
import { TestWorker } from '../testing/test-worker.js';
import { audienceOfTeam, type LiveAudience } from './live-audience.js';
import { LiveCleaning } from './live-cleaning.js';
import { LiveEventsRepository } from './live-events.repository.js';
import { LivePoller } from './live-poller.js';
import { Live } from './live.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe.each(['sqlite', 'mariadb'] as const)('live events on %s', (engine) => {
  let service: TestIdentity;
  let carer: TestCarer;
  let carerId: string;
  let people = 0;
  const streams: TestStream[] = [];
  beforeAll(async () => void (service = await openTestIdentity(engine)), 60_000);
  afterAll(() => service.close());
  beforeEach(async () => {
    people += 1;
    carer = new TestCarer(service, `live${people}@carers.example`);
    await carer.setUp(`07400 ${String(200_000 + people)}`);
    [{ id: carerId }] = await query<[{ id: string }]>(
      'SELECT id FROM users ORDER BY createdAt DESC, id DESC LIMIT 1',
    );
    // Nothing of the test before is in reach of a stream that opens now.
    service.clock.advance(MINUTE);
  });
  afterEach(() => streams.splice(0).forEach((stream) => stream.leave()));

  const query = <Row>(sql: string, values: string[] = []) => service.get(Database).query<Row>(sql, values);
  const poll = () => service.get(LivePoller).poll();
  const tell = (audiences: LiveAudience | LiveAudience[], kind: LiveKind) =>
    service.get(Database).transaction(() => service.get(Live).tell(audiences, kind));
  const tellCarer = (kind: LiveKind) => tell(`user:${carerId}`, kind);
  const open = async (client: TestClient = carer.browser, lastEventId?: string) => {
    const stream = await TestStream.open(service.app, client, lastEventId);
    streams.push(stream);
    if (stream.status === 200) await stream.opened();
    return stream;
  };

  describe('who is told', () => {
    it('a carer, of what was committed for them and of nothing else', async () => {
      const stream = await open();
      await tell([`user:${people}`, `worker:${carerId}`, audienceOfTeam(null)], 'inbox');
      const refused = service.get(Database).transaction(async () => {
        await service.get(Live).tell(`user:${carerId}`, 'recordings');
        throw new Error('refused');
      });
      await expect(refused).rejects.toThrow('refused');
      await tellCarer('messages');
      await poll();
      await stream.heard('messages');
      expect(stream.kinds).toEqual(['messages']);
    });

    it('by itself, about a second later', async () => {
      const stream = await open();
      await tellCarer('messages');
      await stream.heard('messages');
    });

    it('once for each kind, however much happened', async () => {
      const stream = await open();
      await tellCarer('messages');
      await tellCarer('accounts');
      await tellCarer('messages');
      await poll();
      await poll();
      await tellCarer('recordings');
      await poll();
      await stream.heard('recordings');
      expect(stream.kinds.toSorted()).toEqual(['accounts', 'messages', 'recordings']);
    });

    it('a worker, of what is theirs, their team’s or nobody’s; after a move, the new team’s', async () => {
      const [north, south] = await Promise.all(
        ['North', 'South'].map((name) => service.get(Teams).add(systemContext(), `${name} ${people}`)),
      );
      const email = `live${people}@council.example`;
      const worker = await TestWorker.enrolled(service, email, 'caseworker', north!.id);
      await worker.signIn();
      const [{ id }] = await query<[{ id: string }]>('SELECT id FROM workers WHERE teamId = ?', [north!.id]);
      const stream = await open(worker.app);
      await tell(audienceOfTeam(south!.id), 'messages');
      await tell(`worker:${id}`, 'inbox');
      await tell(audienceOfTeam(north!.id), 'recordings');
      await tell(audienceOfTeam(null), 'tasks');
      await poll();
      await stream.until(({ kinds }) => kinds.length >= 3);
      expect(stream.kinds.toSorted()).toEqual(['inbox', 'recordings', 'tasks']);

      await query('UPDATE workers SET teamId = ? WHERE id = ?', [south!.id, id]);
      await tell(audienceOfTeam(north!.id), 'recordings');
      await tell(audienceOfTeam(south!.id), 'messages');
      await poll();
      await stream.heard('messages');
      expect(stream.kinds.toSorted()).toEqual(['inbox', 'messages', 'recordings', 'tasks']);
    });

    it('nobody who has not finished signing in', async () => {
      await carer.signIn();
      expect((await open()).status).toBe(401);
      expect((await open(service.client('web'))).status).toBe(401);
    });
  });

  describe('what was missed', () => {
    it('is told to who comes back with the last id, once for each kind', async () => {
      const first = await open();
      const { lastEventId } = first;
      first.leave();
      service.clock.advance(10 * MINUTE);
      await tellCarer('messages');
      await tellCarer('messages');
      await tell(`user:${people}`, 'inbox');
      await carer.browser.call(signInRoutes.recordActivity);
      service.clock.advance(10 * MINUTE);
      expect((await open(carer.browser, lastEventId)).kinds).toEqual(['messages']);
    });

    it('is all, when the last id is too old or none of ours', async () => {
      const first = await open();
      const { lastEventId } = first;
      await carer.browser.call(signInRoutes.recordActivity);
      for (let quarter = 0; quarter < 4; quarter += 1) {
        service.clock.advance(14 * MINUTE);
        await carer.browser.call(signInRoutes.recordActivity);
      }
      expect((await open(carer.browser, lastEventId)).kinds).toEqual([]);
      service.clock.advance(4 * MINUTE);
      expect((await open(carer.browser, lastEventId)).kinds).toEqual(['all']);
      expect((await open(carer.browser, 'made-up')).kinds).toEqual(['all']);
      expect((await open(carer.browser, crypto.randomUUID())).kinds).toEqual(['all']);
    });

    it('includes what was committed after events with later ids', async () => {
      const stream = await open();
      const id = service.get(Identifiers).next();
      const at = service.clock.now();
      service.clock.advance(20 * SECOND);
      await tellCarer('messages');
      await poll();
      await stream.heard('messages');
      // As by another process, whose transaction took this long.
      const late = { id, at, audience: `user:${carerId}`, kind: 'recordings' } as const;
      await service.get(LiveEventsRepository).insert([late]);
      service.clock.advance(SECOND);
      await poll();
      await stream.heard('recordings');
      expect(stream.kinds).toEqual(['messages', 'recordings']);
    });

    it('between the page and its stream is told at once', async () => {
      await tellCarer('messages');
      service.clock.advance(5 * SECOND);
      expect((await open()).kinds).toEqual(['messages']);
    });

    it('is forgotten after an hour', async () => {
      const count = async () =>
        Number((await query<[{ n: number }]>('SELECT COUNT(*) AS n FROM live_events'))[0].n);
      await tellCarer('messages');
      service.clock.advance(60 * MINUTE);
      await service.get(LiveCleaning).clean();
      expect(await count()).toBe(1);
      service.clock.advance(SECOND);
      await service.get(LiveCleaning).clean();
      expect(await count()).toBe(0);
    });
  });

  describe('a stream', () => {
    it('is kept by no cache and gathered by no proxy', async () => {
      const { headers } = await open();
      expect(headers).toMatchObject({
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        'x-content-type-options': 'nosniff',
      });
    });

    it('says every 20 seconds that it is alive, and how far it has come', async () => {
      /** The first 13 characters of an id are its time. */
      const now = () => service.get(Identifiers).next().slice(0, 13);
      const stream = await open();
      service.clock.advance(20 * SECOND);
      await poll();
      await stream.until(({ lastEventId }) => lastEventId.startsWith(now()));
      const { beats } = stream;
      service.clock.advance(20 * SECOND - 1);
      await poll();
      await tellCarer('messages');
      await poll();
      await stream.heard('messages');
      expect(stream.beats).toBe(beats);
    });

    it('does not extend the session, and ends with it', async () => {
      service.clock.advance(14 * MINUTE - 1);
      const stream = await open();
      service.clock.advance(MINUTE);
      await poll();
      await stream.ended();
      expect((await open()).status).toBe(401);
    });

    it('ends within a second when the carer logs out, in every tab', async () => {
      const stream = await open();
      const other = await open();
      await carer.browser.call(signInRoutes.signOut);
      await Promise.all([stream.ended(), other.ended()]);
    });

    it('is the oldest of six that ends', async () => {
      const six: TestStream[] = [];
      for (let tab = 0; tab < 6; tab += 1) six.push(await open());
      await six[0]!.ended();
      await tellCarer('messages');
      await poll();
      await Promise.all(six.slice(1).map((stream) => stream.heard('messages')));
    });
  });
});
