import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { DAY_MS, HOUR_MS } from '../clock/lengths.js';
import { RepeatedJobs } from '../clock/repeated-jobs.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { Log } from '../log/log.js';
import type { Channel } from './outbox.entity.js';
import { OutboxLane } from './outbox-lane.js';
import { OutboxRepository } from './outbox.repository.js';
import { OutboxSender } from './outbox-sender.js';

const CHANNELS: readonly Channel[] = ['mail', 'text', 'call'];
const ROUND_MS = 1000;
/** Bounces come within days. A report older than 60 s is refused by its timestamp, long before it is forgotten here. */
const KEPT_DAYS = { sent: 30, reported: 2 };

/**
 * Sends what stands in the outbox, at least once: at once after a commit, else every second. Any number of processes
 * may run it. One that dies leaves its lease behind, and the message goes again with the same Message-ID.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly lanes: OutboxLane[];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly rows: OutboxRepository,
    private readonly clock: Clock,
    private readonly log: Log,
    sender: OutboxSender,
    jobs: RepeatedJobs,
  ) {
    jobs.add('outbox.clean', HOUR_MS, () => this.clean());
    this.lanes = CHANNELS.map((channel) => new OutboxLane(channel, sender, { rows, clock, log }));
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.wake(), ROUND_MS).unref();
    this.log.info('outbox.relay-started', { mode: this.settings.mode });
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.lanes.map((lane) => lane.stop()));
  }

  /** Starts a round without waiting for it. */
  wake(): void {
    void this.drain();
  }

  /** Tries everything that is due now, and resolves when each was tried. */
  async drain(): Promise<void> {
    await Promise.all(this.lanes.map((lane) => lane.drain()));
  }

  /** Forgets old rows; their content went when they were sent. */
  async clean(): Promise<void> {
    const daysAgo = (days: number) => new Date(this.clock.now().getTime() - days * DAY_MS);
    await this.rows.removeOld({ sent: daysAgo(KEPT_DAYS.sent), reported: daysAgo(KEPT_DAYS.reported) });
  }
}
