import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { MINUTE_MS } from '../clock/lengths.js';
import { Log } from '../log/log.js';
import { AuditCheckpoints } from './audit-checkpoints.js';

const WRITE_EVERY_MS = 5 * MINUTE_MS;

/** Writes a checkpoint every five minutes, and before the database closes at the end of the process. */
@Injectable()
export class CheckpointSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly checkpoints: AuditCheckpoints,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.write(), WRITE_EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    // A command makes the parts and never starts them: it must not sign what it only looked at.
    if (!this.timer) return;
    clearInterval(this.timer);
    await this.write();
  }

  private async write(): Promise<void> {
    try {
      await this.checkpoints.write();
    } catch (error) {
      this.log.error('audit.checkpoint-failed', error);
    }
  }
}
