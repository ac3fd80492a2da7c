import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { SECOND_MS } from '../clock/lengths.js';
import { Identifiers } from '../crypto/identifiers.js';
import { Log } from '../log/log.js';
import { LiveFeed } from './live-feed.js';
import { LiveSessions } from './live-sessions.js';
import { LiveStreams } from './live-streams.js';

const BEAT_EVERY_MS = 20 * SECOND_MS;

/**
 * Looks every second, while anybody listens: which sessions still live, and what is new. Any number of processes may
 * run it, for all read the same table.
 */
@Injectable()
export class LivePoller implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private waiting = 0;
  private beatAt = 0;

  constructor(
    private readonly streams: LiveStreams,
    private readonly sessions: LiveSessions,
    private readonly feed: LiveFeed,
    private readonly clock: Clock,
    private readonly identifiers: Identifiers,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.tick(), SECOND_MS).unref();
  }

  /** Before the server stops to listen: a stream never ends by itself. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.streams.close();
    await this.running;
  }

  /** One look, after those under way. */
  poll(): Promise<void> {
    this.waiting += 1;
    this.running = this.running
      .then(() => this.look())
      // The database may be away: the next look begins where the last one that succeeded did.
      .catch((error: unknown) => this.log.error('live.look-failed', error))
      .finally(() => (this.waiting -= 1));
    return this.running;
  }

  /** A look that takes longer than a second is not followed by a queue of others. */
  private tick(): void {
    if (this.waiting === 0) void this.poll();
  }

  private async look(): Promise<void> {
    if (this.streams.size === 0) return this.feed.forget();
    const position = this.identifiers.next();
    const { sessionIds } = this.streams;
    this.streams.keepOnly(await this.sessions.find([...sessionIds]), sessionIds);
    this.streams.tell(await this.feed.look());
    if (this.clock.elapsed() - this.beatAt < BEAT_EVERY_MS) return;
    this.beatAt = this.clock.elapsed();
    this.streams.beat(position);
  }
}
