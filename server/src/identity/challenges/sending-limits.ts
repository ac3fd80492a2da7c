import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { RequestContext } from '../../request/request-context.js';
import { Limits, type LimitRule } from '../../limits/index.js';
import { tooManySends } from '../identity.errors.js';
import type { User } from '../users/user.entity.js';
import { emailLimits, phoneLimits, resendWaitMs } from './challenge-rules.js';
import type { ChallengeChannel, ChallengePurpose } from './challenge.entity.js';
import type { Asking } from './challenges.repository.js';
import { StepLocks } from './step-locks.js';

const PHONE_PURPOSES: readonly ChallengePurpose[] = [
  'phone_enrol',
  'phone_confirm',
  'signin',
  'step_up',
  'phone_change',
];

/** Whose sends count, and to which number, by its blind index. */
interface Numbered {
  readonly user: User;
  readonly phoneKey: string;
}

type Count = readonly [name: string, subject: string, rule: LimitRule];

/** How many codes went before this one, and how this one goes. */
interface LastSent {
  readonly channel: ChallengeChannel;
  readonly sentBefore: number;
}

/** How often codes are sent (security-rules 5.3, 5.5, 5.6). Counted before the sending, each count on its own. */
@Injectable()
export class SendingLimits {
  constructor(
    private readonly limits: Limits,
    private readonly locks: StepLocks,
    private readonly database: Database,
  ) {}

  /** Throws TOO_MANY_SENDS until the wait after the last e-mail code of this session and purpose is over. */
  requireWaited(asking: Asking, channel: ChallengeChannel, sentBefore: number): Promise<void> {
    return this.requireWait(asking.purpose, asking.pendingSessionHash, { channel, sentBefore });
  }

  /** The same for texts and calls: the wait is the user's, so that signing in once more does not shorten it. */
  requirePhoneWaited(user: User, purpose: ChallengePurpose, last: LastSent): Promise<void> {
    return this.requireWait(purpose, user.id, last);
  }

  /** A code that was used owes no wait to the next one. */
  endPhoneWait(user: User, purpose: ChallengePurpose): Promise<void> {
    return this.limits.clear(`wait-${purpose}`, user.id);
  }

  /** One code to an address. The same for every address, known or not. */
  async requireMail(purpose: string, emailKey: string, ip: string): Promise<void> {
    await this.require([`${purpose}-codes-ip`, ip, emailLimits.perIp]);
    await this.require([`${purpose}-codes`, emailKey, emailLimits.perAddress]);
    await this.require([`${purpose}-codes-day`, emailKey, emailLimits.perAddressADay]);
  }

  /** One text or call to a number for the user. Whoever runs into the limit too often is locked. */
  async requirePhone(context: RequestContext, to: Numbered, channel: 'text' | 'call'): Promise<void> {
    for (const [name, subject, rule] of phoneCounts(to, channel)) {
      const verdict = await this.limits.take(name, subject, rule);
      if (!verdict.isAllowed) await this.refuse(context, to.user, verdict.retryAfterMs);
    }
  }

  /** The same without counting a send: whoever asks again while it is refused counts as a hit, wait or no wait. */
  async requireRoom(context: RequestContext, to: Numbered, channel: 'text' | 'call'): Promise<void> {
    for (const [name, subject, rule] of phoneCounts(to, channel)) {
      const verdict = await this.limits.check(name, subject, rule);
      if (!verdict.isAllowed) await this.refuse(context, to.user, verdict.retryAfterMs);
    }
  }

  /** Forgets what was sent to the user; what the number has had from everybody stays. */
  async clear(user: User): Promise<void> {
    for (const name of ['phone-sends', 'calls', 'calls-day']) await this.limits.clear(name, user.id);
    for (const purpose of PHONE_PURPOSES) {
      await this.endPhoneWait(user, purpose);
    }
  }

  private async refuse(context: RequestContext, user: User, retryAfterMs: number): Promise<never> {
    await this.database.transaction(() => this.locks.countSendLimitHit(context, user));
    throw tooManySends(retryAfterMs);
  }

  private requireWait(purpose: ChallengePurpose, subject: string, last: LastSent): Promise<void> {
    // Counted, not read from the last code's time: two requests at once must not both find the wait over.
    const perMs = resendWaitMs(last.channel, Math.max(1, last.sentBefore));
    return this.require([`wait-${purpose}`, subject, { count: 1, perMs }]);
  }

  private require([name, subject, rule]: Count): Promise<void> {
    return this.limits.require(name, subject, rule, 'TOO_MANY_SENDS');
  }
}

function phoneCounts({ user: { id }, phoneKey }: Numbered, channel: 'text' | 'call'): Count[] {
  const counts: Count[] = [
    ['phone-sends', id, phoneLimits.sendsOfUser],
    ['number-sends', phoneKey, phoneLimits.sendsToNumber],
  ];
  if (channel === 'text') return counts;
  return [...counts, ['calls', id, phoneLimits.callsOfUser], ['calls-day', id, phoneLimits.callsOfUserADay]];
}
