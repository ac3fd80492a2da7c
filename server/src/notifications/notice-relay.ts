import {
  type BeforeApplicationShutdown,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { SECOND_MS } from '../clock/lengths.js';
import { Database } from '../database/database.js';
import { Log } from '../log/log.js';
import type { NoticeEntity } from './notice.entity.js';
import { Notices } from './notices.js';
import { NoticesRepository } from './notices.repository.js';
import { type FailedDelivery, ReportListeners } from './report-listeners.js';

const ROUND_MS = 10 * SECOND_MS;
const BATCH = 50;

/** Sends the notices that have become due. Any number of processes may run it: each notice is taken once. */
@Injectable()
export class NoticeRelay implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;

  constructor(
    private readonly notices: Notices,
    private readonly rows: NoticesRepository,
    private readonly reports: ReportListeners,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.reports.onFailure((failure) => this.putBack(failure));
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.drain(), ROUND_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Sends everything that is due now; joins the round under way. */
  drain(): Promise<void> {
    this.running ??= this.round()
      .catch((error: unknown) => this.log.error('notices.round-failed', error))
      .finally(() => (this.running = null));
    return this.running;
  }

  /** Whatever is taken is sent or put off, so each batch is a new one. */
  private async round(): Promise<void> {
    for (;;) {
      const due = await this.rows.listDue(this.clock.now(), BATCH);
      for (const notice of due) await this.sendOnce(notice);
      if (due.length < BATCH) return;
    }
  }

  private sendOnce(notice: NoticeEntity): Promise<void> {
    return this.database.transaction(async () => {
      if (await this.rows.take(notice.id, this.clock.now())) await this.notices.send(notice);
    });
  }

  private async putBack({ outboxId, about }: FailedDelivery): Promise<void> {
    if (about?.kind === 'user') await this.notices.putBack(about.id, outboxId);
  }
}
