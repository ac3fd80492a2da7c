import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { HOUR_MS } from '../clock/lengths.js';
import { RepeatedJobs } from '../clock/repeated-jobs.js';
import { LimitsRepository } from './limits.repository.js';

/** Forgets every hour the counts whose time is over. */
@Injectable()
export class LimitsCleaning {
  constructor(
    private readonly rows: LimitsRepository,
    private readonly clock: Clock,
    jobs: RepeatedJobs,
  ) {
    jobs.add('limits.clean', HOUR_MS, () => this.clean());
  }

  clean(): Promise<void> {
    return this.rows.removeOld(this.clock.now());
  }
}
