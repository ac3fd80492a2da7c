import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { everyHour } from '../clock/hourly.js';
import { Log } from '../log/log.js';
import { LimitsRepository } from './limits.repository.js';

/** Forgets every hour the counts whose time is over. */
@Injectable()
export class LimitsCleaning implements OnApplicationBootstrap, OnApplicationShutdown {
  private stop: (() => void) | undefined;

  constructor(
    private readonly rows: LimitsRepository,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = everyHour(
      () => this.clean(),
      (error) => this.log.error('limits.clean-failed', error),
    );
  }

  onApplicationShutdown(): void {
    this.stop?.();
  }

  clean(): Promise<void> {
    return this.rows.removeOld(this.clock.now());
  }
}
