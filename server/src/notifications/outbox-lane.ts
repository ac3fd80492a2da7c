import type { Clock } from '../clock/clock.js';
import type { GatewayAnswer } from '../gateways/index.js';
import type { Log } from '../log/log.js';
import type { Channel, OutboxRow } from './outbox.entity.js';
import type { OutboxRepository } from './outbox.repository.js';

const BATCH = 32;
const AT_ONCE = 4;
/** So many failures in a row mean that the gateway is down: the rest of the lane waits for the next round. */
const FAILURES_TO_PAUSE = 4;
/** Longer than any try (SEND_TIMEOUT_MS) and its noting, and short enough for R5: all is sent within 60 s. */
const LEASE_MS = 30_000;
const LONGEST_WAIT_MS = 30_000;

export interface LaneWork {
  /** Hands the row to the gateway. */
  send(row: OutboxRow): Promise<GatewayAnswer>;
  /** Notes the end of the row's sending. */
  settle(row: OutboxRow, answer: Exclude<GatewayAnswer, { outcome: 'later' }>): Promise<void>;
  expire(row: OutboxRow): Promise<void>;
}

interface LaneTools {
  readonly rows: OutboxRepository;
  readonly clock: Clock;
  readonly log: Log;
}

/** The sending of one channel. Channels do not wait for each other: a mail server that hangs delays no text. */
export class OutboxLane {
  private running: Promise<void> | null = null;
  private isWanted = false;
  private isStopping = false;
  private failures = 0;

  constructor(
    private readonly channel: Channel,
    private readonly work: LaneWork,
    private readonly tools: LaneTools,
  ) {}

  /** Tries everything that is due, in a round that begins now or after the one under way. */
  drain(): Promise<void> {
    this.isWanted = true;
    this.running ??= this.rounds();
    return this.running;
  }

  /** Begins nothing more and waits for what is on its way. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.running;
  }

  private async rounds(): Promise<void> {
    while (this.isWanted && !this.isStopping) {
      this.isWanted = false;
      // The database may be away: the next round finds everything as it was.
      await this.round().catch((error: unknown) => this.tools.log.error('outbox.round-failed', error));
    }
    this.running = null;
  }

  private async round(): Promise<void> {
    const { rows, clock } = this.tools;
    this.failures = 0;
    while (!this.isPaused()) {
      const due = await rows.listDue(this.channel, clock.now(), BATCH);
      if (due.length === 0) return;
      const queue = due.values();
      await Promise.all(Array.from({ length: AT_ONCE }, () => this.takeFrom(queue)));
    }
  }

  private isPaused(): boolean {
    return this.isStopping || this.failures >= FAILURES_TO_PAUSE;
  }

  private async takeFrom(queue: Iterator<OutboxRow>): Promise<void> {
    while (!this.isPaused()) {
      const { value: row, done } = queue.next();
      if (done) return;
      await this.attempt(row).catch((error: unknown) => {
        this.failures += 1;
        this.tools.log.error('outbox.attempt-failed', error, { outboxId: row.id });
      });
    }
  }

  private async attempt(due: OutboxRow): Promise<void> {
    const { rows, clock } = this.tools;
    const now = clock.now();
    // Claimed right before it is sent, so that the lease covers one try and no queue.
    if (!(await rows.claim(due, new Date(now.getTime() + LEASE_MS)))) return;
    const row = { ...due, attempts: due.attempts + 1 };
    if (row.notAfter <= now) return this.work.expire(row);
    const answer = await this.work.send(row);
    if (answer.outcome === 'later') return this.tryLater(row, answer.code);
    this.failures = 0;
    await this.work.settle(row, answer);
  }

  private async tryLater(row: OutboxRow, code: string): Promise<void> {
    const { rows, clock, log } = this.tools;
    this.failures += 1;
    const waitMs = Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (row.attempts - 1));
    await rows.postpone(row, new Date(clock.now().getTime() + waitMs));
    log.warn('outbox.later', { outboxId: row.id, channel: this.channel, attempts: row.attempts, code });
  }
}
