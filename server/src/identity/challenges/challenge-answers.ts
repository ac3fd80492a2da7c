import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../clock/clock.js';
import { ChallengeCodes, parseChallengeCode } from '../../crypto/challenge-code.js';
import { Database } from '../../database/database.js';
import { notFound } from '../../errors/domain-error.js';
import type { RequestContext } from '../../request/request-context.js';
import { callNotConfirmed, challengeExpired, challengeLocked, codeNotAccepted } from '../identity.errors.js';
import type { Session } from '../sessions/session.entity.js';
import { Sessions } from '../sessions/sessions.service.js';
import type { User } from '../users/user.entity.js';
import { UsersRepository } from '../users/users.repository.js';
import { stateOf } from './challenge-view.js';
import type { Challenge } from './challenge.entity.js';
import { ChallengesRepository } from './challenges.repository.js';
import { isAskedBy } from './new-challenge.js';
import { SendingLimits } from './sending-limits.js';
import { StepLocks } from './step-locks.js';

export interface Asked {
  readonly challenge: Challenge;
  readonly session: Session;
  readonly user: User;
}

/** Whether a text or a call was answered, in the session that asked for it: found, checked, then used up. */
@Injectable()
export class ChallengeAnswers {
  constructor(
    private readonly challenges: ChallengesRepository,
    private readonly codes: ChallengeCodes,
    private readonly locks: StepLocks,
    private readonly sendingLimits: SendingLimits,
    private readonly sessions: Sessions,
    private readonly users: UsersRepository,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Another session's challenge does not exist, whoever knows its code (security-rules 5.5, Binding). */
  async find(context: RequestContext, id: string): Promise<Asked> {
    const session = await this.sessions.current(context);
    const challenge = await this.challenges.find(id);
    if (!challenge || session.subjectId === null || !isAskedBy(session, challenge)) throw notFound();
    return { challenge, session, user: await this.users.get(session.subjectId) };
  }

  /** Returns when the code is right, or the call was confirmed. */
  async check(context: RequestContext, asked: Asked, typed: string | undefined): Promise<void> {
    this.locks.requireOpen(asked.user);
    if (asked.challenge.channel === 'text') await this.requireCode(context, asked, typed);
    else this.requireConfirmedCall(asked.challenge);
  }

  /** In the transaction of what the answer opens; of two right answers at once, one counts. */
  async consume(context: RequestContext, { challenge, user }: Asked): Promise<void> {
    const now = this.clock.now();
    const isMine =
      challenge.channel === 'call'
        ? await this.challenges.consumeConfirmedCall(challenge.id, now)
        : await this.challenges.consume(challenge.id, now);
    if (!isMine) throw challengeExpired();
    await this.audit.record(context, {
      action: 'challenge.used',
      objectType: 'challenge',
      objectId: challenge.id,
      detail: { purpose: challenge.purpose },
    });
    await this.sendingLimits.endPhoneWait(user, challenge.purpose);
  }

  /** Spends the try in a commit of its own, then compares (security-rules 4). */
  private async requireCode(context: RequestContext, asked: Asked, typed: string | undefined): Promise<void> {
    const { id, purpose, codeMac } = asked.challenge;
    const code = parseChallengeCode(typed);
    if (code === null) throw codeNotAccepted();
    if (!(await this.challenges.spendTry(id, this.clock.now()))) throw await this.refusalOf(id);
    if (this.codes.matches({ id, purpose, code }, codeMac)) return;
    await this.database.transaction(() => this.countWrong(context, asked));
    throw codeNotAccepted();
  }

  private requireConfirmedCall(challenge: Challenge): void {
    const state = stateOf(challenge, this.clock.now());
    if (state === 'expired' || state === 'used') throw challengeExpired();
    if (state !== 'confirmed') throw callNotConfirmed();
  }

  private async countWrong(context: RequestContext, { challenge, user }: Asked): Promise<void> {
    await this.audit.record(context, {
      action: 'challenge.tried',
      objectType: 'challenge',
      objectId: challenge.id,
      outcome: 'refused',
      detail: { purpose: challenge.purpose },
    });
    await this.locks.countWrongEntry(context, user);
    if (await this.challenges.declareDead(challenge.id, this.clock.now())) {
      await this.locks.countDeadCode(context, user);
    }
  }

  private async refusalOf(id: string) {
    const { attempts, maxAttempts } = await this.challenges.get(id);
    return attempts >= maxAttempts ? challengeLocked() : challengeExpired();
  }
}
