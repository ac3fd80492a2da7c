import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { everyHour } from '../clock/hourly.js';
import { Log } from '../log/log.js';
import { IdempotencyRepository } from './idempotency.repository.js';

/** Forgets every hour the keys that have expired. */
@Injectable()
export class IdempotencyCleaning implements OnApplicationBootstrap, OnApplicationShutdown {
  private stop: (() => void) | undefined;

  constructor(
    private readonly keys: IdempotencyRepository,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = everyHour(
      () => this.clean(),
      (error) => this.log.error('idempotency.clean-failed', error),
    );
  }

  onApplicationShutdown(): void {
    this.stop?.();
  }

  clean(): Promise<void> {
    return this.keys.removeExpired(this.clock.now());
  }
}
