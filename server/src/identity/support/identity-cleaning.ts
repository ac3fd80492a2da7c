import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock.js';
import { DAY_MS, HOUR_MS } from '../../clock/lengths.js';
import { RepeatedJobs } from '../../clock/repeated-jobs.js';
import { ChallengesRepository } from '../challenges/challenges.repository.js';
import { DevicesRepository } from '../devices/devices.repository.js';
import { AbandonedPhones } from '../phones/abandoned-phones.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { AttemptBucketsRepository } from '../sign-in/attempt-buckets.repository.js';

/**
 * Days after their end. Failed passwords count for a day after the last (5.9). A set-up is dropped within a day, and the
 * first code is kept as long, for the second must differ from it (5.7).
 */
const KEPT_DAYS = { sessions: 1, challenges: 2, attempts: 1 };

/** Forgets every hour what identity needs no longer. Who did what stands in the audit log. */
@Injectable()
export class IdentityCleaning {
  constructor(
    private readonly abandonedPhones: AbandonedPhones,
    private readonly sessions: SessionsRepository,
    private readonly challenges: ChallengesRepository,
    private readonly buckets: AttemptBucketsRepository,
    private readonly devices: DevicesRepository,
    private readonly clock: Clock,
    jobs: RepeatedJobs,
  ) {
    jobs.add('identity.clean', HOUR_MS, () => this.clean());
  }

  async clean(): Promise<void> {
    const now = this.clock.now();
    const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
    await this.abandonedPhones.drop();
    await this.sessions.removeOld(daysAgo(KEPT_DAYS.sessions));
    await this.challenges.removeOld(daysAgo(KEPT_DAYS.challenges));
    await this.buckets.removeOld(daysAgo(KEPT_DAYS.attempts));
    await this.devices.removeOld(now);
  }
}
