import type { PhoneChannel } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../clock/clock.js';
import { Database } from '../../database/database.js';
import type { RequestContext } from '../../request/request-context.js';
import { phoneRefused } from '../identity.errors.js';
import type { Session } from '../sessions/session.entity.js';
import type { User } from '../users/user.entity.js';
import type { Challenge, ChallengePurpose } from './challenge.entity.js';
import { ChallengesRepository } from './challenges.repository.js';
import { MovedPhones } from './moved-phones.js';
import { askingOf, NewChallenges } from './new-challenge.js';
import { PhoneMessages } from './phone-messages.js';
import { SendingLimits } from './sending-limits.js';
import { StepLocks } from './step-locks.js';

/** Whose phone gets a code, and what for. The number in E.164, with its blind index. */
export interface Recipient {
  readonly user: User;
  readonly purpose: ChallengePurpose;
  readonly phone: string;
  readonly phoneKey: string;
  readonly canText: boolean;
}

/** Puts one code or call on its way, within all limits (security-rules 5.5, 5.6). */
@Injectable()
export class PhoneChallenges {
  constructor(
    private readonly challenges: ChallengesRepository,
    private readonly newChallenges: NewChallenges,
    private readonly messages: PhoneMessages,
    private readonly limits: SendingLimits,
    private readonly locks: StepLocks,
    private readonly moved: MovedPhones,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The code is good in this session alone; the one before, for the same purpose, is void. */
  async send(
    context: RequestContext,
    session: Session,
    recipient: Recipient,
    channel: PhoneChannel,
  ): Promise<Challenge> {
    const { user, purpose, phone, phoneKey, canText } = recipient;
    this.locks.requireOpen(user);
    if (channel === 'text' && !canText) throw phoneRefused('PHONE_CANNOT_TEXT');
    const sentBefore = await this.countSent(user.id, purpose);
    await this.limits.requireRoom(context, recipient, channel);
    await this.limits.requirePhoneWaited(user, purpose, { channel, sentBefore });
    await this.limits.requirePhone(context, recipient, channel);
    await this.moved.requireSettled(context, user, phone);
    const challenge = this.newChallenges.make({
      asking: askingOf(session, purpose),
      subject: user.id,
      channel,
      destinationHash: phoneKey,
      sendNumber: sentBefore + 1,
    });
    return this.database.transaction(() => this.commit(context, challenge, phone));
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
