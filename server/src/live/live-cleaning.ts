import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { HOUR_MS } from '../clock/lengths.js';
import { RepeatedJobs } from '../clock/repeated-jobs.js';
import { LiveEventsRepository } from './live-events.repository.js';
import { KEPT_MS } from './live-position.js';

/** Forgets every hour the hints that nobody can ask for any more. */
@Injectable()
export class LiveCleaning {
  constructor(
    private readonly events: LiveEventsRepository,
    private readonly clock: Clock,
    jobs: RepeatedJobs,
  ) {
    jobs.add('live.clean', HOUR_MS, () => this.clean());
  }

  clean(): Promise<void> {
    return this.events.removeOld(new Date(this.clock.now().getTime() - KEPT_MS));
  }
}
