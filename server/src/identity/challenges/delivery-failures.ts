import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../clock/clock.js';
import { ReportListeners } from '../../notifications/index.js';
import { ChallengesRepository } from './challenges.repository.js';

/** A text that the gateway gave up: the page offers the call. The code stays good, it may yet arrive (5.5, R6). */
@Injectable()
export class DeliveryFailures implements OnModuleInit {
  constructor(
    private readonly challenges: ChallengesRepository,
    private readonly reports: ReportListeners,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.reports.onFailure(({ outboxId }) => this.challenges.failDelivery(outboxId, this.clock.now()));
  }
}
