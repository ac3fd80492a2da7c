import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { HOUR_MS } from '../clock/lengths.js';
import { RepeatedJobs } from '../clock/repeated-jobs.js';
import { IdempotencyRepository } from './idempotency.repository.js';

/** Forgets every hour the keys that have expired. */
@Injectable()
export class IdempotencyCleaning {
  constructor(
    private readonly keys: IdempotencyRepository,
    private readonly clock: Clock,
    jobs: RepeatedJobs,
  ) {
    jobs.add('idempotency.clean', HOUR_MS, () => this.clean());
  }

  clean(): Promise<void> {
    return this.keys.removeExpired(this.clock.now());
  }
}
