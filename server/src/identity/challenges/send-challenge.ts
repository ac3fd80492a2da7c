import type { Challenge as ChallengeView, PhoneChannel } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock.js';
import { notFound, stateChanged } from '../../errors/domain-error.js';
import type { RequestContext } from '../../request/request-context.js';
import { Sessions } from '../sessions/sessions.service.js';
import { UserFields } from '../users/user-fields.js';
import type { User, UserState } from '../users/user.entity.js';
import { UsersRepository } from '../users/users.repository.js';
import { viewOf } from './challenge-view.js';
import type { ChallengePurpose } from './challenge.entity.js';
import { ChallengesRepository } from './challenges.repository.js';
import { isAskedBy } from './new-challenge.js';
import { PhoneChallenges } from './phone-challenges.js';

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
    private readonly phones: PhoneChallenges,
    private readonly sessions: Sessions,
    private readonly users: UsersRepository,
    private readonly fields: UserFields,
    private readonly clock: Clock,
  ) {}

  /** Sends a code or calls the number of the session's user, on the way to being signed in. */
  send(context: RequestContext, channel: PhoneChannel): Promise<ChallengeView> {
    return this.sendFor(context, ({ state }) => purposeOf[state], channel);
  }

  /** The same for somebody signed in, who is to prove once more that the phone is theirs. */
  sendStepUp(context: RequestContext, channel: PhoneChannel): Promise<ChallengeView> {
    return this.sendFor(context, () => 'step_up', channel);
  }

  /** The same for a challenge that the session has had already; another session's does not exist. */
  async resend(context: RequestContext, id: string, channel: PhoneChannel): Promise<ChallengeView> {
    const session = await this.sessions.current(context);
    const challenge = await this.challenges.find(id);
    if (!challenge || !isAskedBy(session, challenge)) throw notFound();
    return this.send(context, channel);
  }

  private async sendFor(
    context: RequestContext,
    purposeFor: (user: User) => ChallengePurpose,
    channel: PhoneChannel,
  ): Promise<ChallengeView> {
    const session = await this.sessions.current(context);
    if (session.subjectId === null) throw notFound();
    const user = await this.users.get(session.subjectId);
    const phone = await this.fields.openPhone(user);
    if (phone === null || user.phoneKey === null) throw stateChanged();
    const { phoneKey } = user;
    const recipient = { user, purpose: purposeFor(user), phone, phoneKey, canText: user.canText !== false };
    const sent = await this.phones.send(context, session, recipient, channel);
    return viewOf(sent, this.clock.now(), user.state === 'registered' ? phone : null);
  }
}
