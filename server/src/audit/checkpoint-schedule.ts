import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { Log } from '../http/log.js';
import { AuditCheckpoints } from './audit-checkpoints.js';

const FIVE_MINUTES = 5 * 60 * 1000;

/** Writes a checkpoint every five minutes, and before the database closes at the end of the process. */
@Injectable()
export class CheckpointSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly checkpoints: AuditCheckpoints,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.write(), FIVE_MINUTES).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
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
