import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock.js';
import { MINUTE_MS } from '../../clock/lengths.js';
import { Database } from '../../database/database.js';
import { notFound } from '../../errors/domain-error.js';
import type { RequestContext } from '../../request/request-context.js';
import { stepUpNeeded } from '../identity.errors.js';
import type { Session } from '../sessions/session.entity.js';
import { ChallengeAnswers } from './challenge-answers.js';
import { ChallengesRepository } from './challenges.repository.js';
import { askingOf } from './new-challenge.js';

const FRESH_MS = 10 * MINUTE_MS;

/** Proving once more, while signed in, that the phone is one's own: an open browser alone must not move the codes. */
@Injectable()
export class StepUp {
  constructor(
    private readonly answers: ChallengeAnswers,
    private readonly challenges: ChallengesRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async prove(context: RequestContext, id: string, typed: string | undefined): Promise<void> {
    const asked = await this.answers.find(context, id);
    if (asked.challenge.purpose !== 'step_up') throw notFound();
    await this.answers.check(context, asked, typed);
    await this.database.transaction(() => this.answers.consume(context, asked));
  }

  /** Throws STEP_UP_NEEDED, unless it was proven in this session within ten minutes. */
  async require(session: Session): Promise<void> {
    const newest = await this.challenges.findNewest(askingOf(session, 'step_up'));
    const provenAt = newest?.consumedAt?.getTime() ?? 0;
    if (this.clock.now().getTime() - provenAt >= FRESH_MS) throw stepUpNeeded();
  }
}
