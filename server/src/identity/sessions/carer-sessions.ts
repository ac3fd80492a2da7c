import type { CarerSession, PhoneCheckReason } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock.js';
import type { RequestContext } from '../../request/request-context.js';
import { InvitedAddresses } from '../ports.js';
import { UserFields } from '../users/user-fields.js';
import type { User, UserState } from '../users/user.entity.js';
import { UsersRepository } from '../users/users.repository.js';
import { isEmailVerified, timesOf } from './session-times.js';
import type { Session, SessionStage } from './session.entity.js';
import { Sessions } from './sessions.service.js';

const reasonOf: Record<UserState, PhoneCheckReason> = {
  registered: 'set_up',
  phone_enrolled: 'verify',
  phone_confirmed: 'sign_in',
};

/** A carer's sign-in as the portal needs it. */
@Injectable()
export class CarerSessions {
  constructor(
    private readonly sessions: Sessions,
    private readonly users: UsersRepository,
    private readonly fields: UserFields,
    private readonly invited: InvitedAddresses,
    private readonly clock: Clock,
  ) {}

  /** Where the request's own session stands; `signed_out` when there is none. */
  async current(context: RequestContext): Promise<CarerSession> {
    if (context.actor.kind !== 'carer') return { stage: 'signed_out' };
    return this.view(await this.sessions.current(context));
  }

  async view(session: Session): Promise<CarerSession> {
    const now = this.clock.now();
    const user = session.subjectId === null ? null : await this.users.find(session.subjectId);
    return {
      stage: carerStageOf(session.stage),
      times: timesOf(session, now),
      ...(session.stage === 'signing_up'
        ? { signUp: { isEmailVerified: isEmailVerified(session, now) } }
        : {}),
      ...(user ? await this.ofUser(session.stage, user) : {}),
    };
  }

  private async ofUser(stage: SessionStage, user: User): Promise<Partial<CarerSession>> {
    const { needsUnlock, state, canText } = user;
    if (stage === 'phone_needed') return { needsUnlock };
    if (stage === 'phone_check') {
      return { needsUnlock, phoneCheck: { reason: reasonOf[state], canText: canText === true } };
    }
    if (stage !== 'signed_in') return {};
    return {
      canText: canText === true,
      firstName: await this.fields.open(user, 'firstName'),
      hasOpenInvitations: await this.invited.hasOpen(user.emailKey),
    };
  }
}

/** A worker's steps are no carer's. */
const carerStageOf = (stage: SessionStage): CarerSession['stage'] =>
  stage === 'totp_enrolment' || stage === 'totp_check' ? 'signed_out' : stage;
