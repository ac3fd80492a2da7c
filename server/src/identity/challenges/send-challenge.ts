import type { Challenge as ChallengeView, PhoneChannel } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../clock/clock.js';
import { Database } from '../../database/database.js';
import { notFound, stateChanged } from '../../errors/domain-error.js';
import type { RequestContext } from '../../request/request-context.js';
import { phoneRefused } from '../identity.errors.js';
import type { Session } from '../sessions/session.entity.js';
import { Sessions } from '../sessions/sessions.service.js';
import { UserFields } from '../users/user-fields.js';
import type { User, UserState } from '../users/user.entity.js';
import { UsersRepository } from '../users/users.repository.js';
import { viewOf } from './challenge-view.js';
import type { Challenge, ChallengePurpose } from './challenge.entity.js';
import { ChallengesRepository } from './challenges.repository.js';
import { MovedPhones } from './moved-phones.js';
import { askingOf, isAskedBy, NewChallenges } from './new-challenge.js';
import { PhoneMessages } from './phone-messages.js';
import { SendingLimits } from './sending-limits.js';
import { StepLocks } from './step-locks.js';

/** What the next code is for: enrol the number, confirm it once more, or sign in (security-rules 5.7). */
const purposeOf: Record<UserState, ChallengePurpose> = {
  registered: 'phone_enrol',
  phone_enrolled: 'phone_confirm',
  phone_confirmed: 'signin',
};

/** Send Code, Call Me and Send new code. */
@Injectable()
export class SendChallenge {
  constructor(
    private readonly challenges: ChallengesRepository,
    private readonly newChallenges: NewChallenges,
    private readonly messages: PhoneMessages,
    private readonly limits: SendingLimits,
    private readonly locks: StepLocks,
    private readonly moved: MovedPhones,
    private readonly sessions: Sessions,
    private readonly users: UsersRepository,
    private readonly fields: UserFields,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Sends a code or calls the number of the session's user. */
  async send(context: RequestContext, channel: PhoneChannel): Promise<ChallengeView> {
    const session = await this.sessions.current(context);
    if (session.subjectId === null) throw notFound();
    return this.sendTo(context, session, await this.users.get(session.subjectId), channel);
  }

  /** The same for a challenge that the session has had already; another session's does not exist. */
  async resend(context: RequestContext, id: string, channel: PhoneChannel): Promise<ChallengeView> {
    const session = await this.sessions.current(context);
    const challenge = await this.challenges.find(id);
    if (!challenge || !isAskedBy(session, challenge)) throw notFound();
    return this.send(context, channel);
  }

  private async sendTo(context: RequestContext, session: Session, user: User, channel: PhoneChannel) {
    this.locks.requireOpen(user);
    const phone = await this.fields.openPhone(user);
    if (phone === null || user.phoneKey === null) throw stateChanged();
    if (channel === 'text' && user.canText === false) throw phoneRefused('PHONE_CANNOT_TEXT');
    const asking = askingOf(session, purposeOf[user.state]);
    const sentBefore = await this.countSent(user.id, asking.purpose);
    await this.limits.requireRoom(context, user, channel);
    await this.limits.requirePhoneWaited(user, asking.purpose, { channel, sentBefore });
    await this.limits.requirePhone(context, user, channel);
    await this.moved.requireSettled(context, user, phone);
    const challenge = this.newChallenges.make({
      asking,
      subject: user.id,
      channel,
      destinationHash: user.phoneKey,
      sendNumber: sentBefore + 1,
    });
    const sent = await this.database.transaction(() => this.commit(context, challenge, phone));
    return viewOf(sent, this.clock.now(), user.state === 'registered' ? phone : null);
  }

  /** The row of codes that were sent without one being used goes on over sessions, while the last is alive. */
  private async countSent(subject: string, purpose: ChallengePurpose): Promise<number> {
    const last = await this.challenges.findNewestOf(subject, purpose);
    return last && !last.consumedAt && last.expiresAt > this.clock.now() ? last.sendNumber : 0;
  }

  private async commit(context: RequestContext, challenge: Challenge, phone: string): Promise<Challenge> {
    const { pendingSessionHash, purpose, channel, subject } = challenge;
    await this.challenges.supersede({ pendingSessionHash, purpose }, challenge.createdAt);
    const sent = await this.messages.send(challenge, phone);
    await this.challenges.insert(sent);
    await this.audit.record(context, {
      action: 'challenge.sent',
      objectType: 'challenge',
      objectId: challenge.id,
      onBehalfOf: subject,
      detail: { purpose, channel },
    });
    return sent;
  }
}
