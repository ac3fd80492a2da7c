import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { RequestContext } from '../../http/request-context.js';
import { Limits, type LimitRule } from '../../limits/index.js';
import { tooManySends } from '../identity.errors.js';
import type { User } from '../users/user.entity.js';
import { emailLimits, phoneLimits, resendWaitMs } from './challenge-rules.js';
import type { ChallengeChannel } from './challenge.entity.js';
import type { Asking } from './challenges.repository.js';
import { StepLocks } from './step-locks.js';

type Count = readonly [name: string, subject: string, rule: LimitRule];

/** How often codes are sent (security-rules 5.3, 5.5, 5.6). Counted before the sending, each count on its own. */
@Injectable()
export class SendingLimits {
  constructor(
    private readonly limits: Limits,
    private readonly locks: StepLocks,
    private readonly database: Database,
  ) {}

  /** Throws TOO_MANY_SENDS until the wait after the last code of this session and purpose is over. */
  async requireWaited(asking: Asking, channel: ChallengeChannel, sentBefore: number): Promise<void> {
    // Counted, not read from the last code's time: two requests at once must not both find the wait over.
    const perMs = Math.max(1, resendWaitMs(channel, Math.max(1, sentBefore)));
    await this.require([`wait-${asking.purpose}`, asking.pendingSessionHash, { count: 1, perMs }]);
  }

  /** One code to an address. The same for every address, known or not. */
  async requireMail(purpose: string, emailKey: string, ip: string): Promise<void> {
    await this.require([`${purpose}-codes-ip`, ip, emailLimits.perIp]);
    await this.require([`${purpose}-codes`, emailKey, emailLimits.perAddress]);
    await this.require([`${purpose}-codes-day`, emailKey, emailLimits.perAddressADay]);
  }

  /** One text or call to the user's number. Whoever runs into the limit too often is locked. */
  async requirePhone(context: RequestContext, user: User, channel: 'text' | 'call'): Promise<void> {
    const counts: Count[] = [['phone-sends', user.id, phoneLimits.sendsOfUser]];
    if (user.phoneKey !== null) counts.push(['number-sends', user.phoneKey, phoneLimits.sendsToNumber]);
    if (channel === 'call') {
      counts.push(
        ['calls', user.id, phoneLimits.callsOfUser],
        ['calls-day', user.id, phoneLimits.callsOfUserADay],
      );
    }
    for (const [name, subject, rule] of counts) {
      const verdict = await this.limits.take(name, subject, rule);
      if (verdict.isAllowed) continue;
      await this.database.transaction(() => this.locks.countSendLimitHit(context, user));
      throw tooManySends(verdict.retryAfterMs);
    }
  }

  /** Forgets what was sent to the user; what the number has had from everybody stays. */
  async clear(user: User): Promise<void> {
    for (const name of ['phone-sends', 'calls', 'calls-day']) await this.limits.clear(name, user.id);
  }

  private require([name, subject, rule]: Count): Promise<void> {
    return this.limits.require(name, subject, rule, 'TOO_MANY_SENDS');
  }
}
