import { once } from 'node:events';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { Identifiers } from '../crypto/identifiers.js';
import { Randomness } from '../crypto/randomness.js';
import { entities } from '../database/entities.js';
import { type RequestContext, systemContext } from '../request/request-context.js';
import { TestClock } from '../testing/test-clock.js';
import { describeOnEachDatabase, type TestDatabase } from '../testing/test-database.js';
import { LiveEventsRepository } from './live-events.repository.js';
import { LiveStreams } from './live-streams.js';

const tooBusy = { kind: 'unavailable', code: 'TOO_BUSY', details: { retryAfterMs: 60_000 } };
const carer = (userId: string): RequestContext => ({
  ...systemContext(),
  actor: { kind: 'carer', stage: 'signed_in', sessionId: `session of ${userId}`, userId },
});

describeOnEachDatabase('the streams of one process', (open) => {
  let test: TestDatabase;
  let streams: LiveStreams;
  beforeAll(async () => void (test = await open({ entities })));
  beforeEach(() => {
    const clock = new TestClock();
    const events = new LiveEventsRepository(test.database);
    streams = new LiveStreams(events, clock, new Identifiers(clock, new Randomness()));
  });

  it('are 2000 at most; one that its reader leaves makes room', { timeout: 30_000 }, async () => {
    const first = await streams.open(carer('0'));
    for (let one = 1; one < 2000; one += 1) await streams.open(carer(String(one)));
    await expect(streams.open(carer('late'))).rejects.toMatchObject(tooBusy);
    first.destroy();
    await once(first, 'close');
    await streams.open(carer('late'));
  });

  it('are closed at the end, and none is opened after that', async () => {
    const stream = await streams.open(carer('0'));
    stream.resume();
    streams.close();
    await once(stream, 'close');
    expect(streams.size).toBe(0);
    await expect(streams.open(carer('0'))).rejects.toMatchObject(tooBusy);
  });

  it('a stream that opens while the sessions are looked up is not taken for one whose session is over', async () => {
    const asked = streams.sessionIds;
    await streams.open(carer('0'));
    streams.keepOnly(new Map(), asked);
    expect(streams.size).toBe(1);
    streams.keepOnly(new Map(), streams.sessionIds);
    expect(streams.size).toBe(0);
  });
});
