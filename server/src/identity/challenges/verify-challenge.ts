import type { CarerSession, Challenge as ChallengeView } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock.js';
import { Database } from '../../database/database.js';
import type { RequestContext } from '../../request/request-context.js';
import { CarerSessions } from '../sessions/carer-sessions.js';
import { UserFields } from '../users/user-fields.js';
import { ChallengeAnswers } from './challenge-answers.js';
import { viewOf } from './challenge-view.js';
import { PhoneProven } from './phone-proven.js';

/** The answer to a text or a call, on the way to being signed in. */
@Injectable()
export class VerifyChallenge {
  constructor(
    private readonly answers: ChallengeAnswers,
    private readonly carerSessions: CarerSessions,
    private readonly fields: UserFields,
    private readonly proven: PhoneProven,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async get(context: RequestContext, id: string): Promise<ChallengeView> {
    const { challenge, user } = await this.answers.find(context, id);
    const destination = challenge.purpose === 'phone_enrol' ? await this.fields.openPhone(user) : null;
    return viewOf(challenge, this.clock.now(), destination);
  }

  async verify(context: RequestContext, id: string, typed: string | undefined): Promise<CarerSession> {
    const asked = await this.answers.find(context, id);
    await this.answers.check(context, asked, typed);
    const session = await this.database.transaction(async () => {
      await this.answers.consume(context, asked);
      return this.proven.advance(context, asked.user, asked.challenge);
    });
    return this.carerSessions.view(session);
  }
}
