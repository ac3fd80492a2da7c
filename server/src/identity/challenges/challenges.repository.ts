import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, IsNull, LessThan, LessThanOrEqual, MoreThan } from 'typeorm';
import { changeIf, changeWhere, increment } from '../../database/changes.js';
import { Database } from '../../database/database.js';
import { MAX_ATTEMPTS } from './challenge-rules.js';
import { Challenge, type ChallengePurpose } from './challenge.entity.js';

/** The session and the purpose: one code is live for each. */
export interface Asking {
  readonly pendingSessionHash: string;
  readonly purpose: ChallengePurpose;
}

const isOpen = { consumedAt: IsNull(), supersededAt: IsNull() };

@Injectable()
export class ChallengesRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<Challenge | null> {
    return this.database.run((manager) => manager.findOneBy(Challenge, { id }));
  }

  get(id: string): Promise<Challenge> {
    return this.database.run((manager) => manager.findOneByOrFail(Challenge, { id }));
  }

  findNewest({ pendingSessionHash, purpose }: Asking): Promise<Challenge | null> {
    return this.database.run((manager) =>
      manager.findOne(Challenge, {
        where: { pendingSessionHash, purpose },
        order: { sendNumber: 'DESC', createdAt: 'DESC' },
      }),
    );
  }

  /** The newest code of the subject for the purpose, whichever session asked for it. */
  findNewestOf(subject: string, purpose: ChallengePurpose): Promise<Challenge | null> {
    return this.database.run((manager) =>
      manager.findOne(Challenge, {
        where: { subject, purpose },
        order: { createdAt: 'DESC', sendNumber: 'DESC' },
      }),
    );
  }

  /** The code of the subject that was last used for the purpose. */
  findLastUsed(subject: string, purpose: ChallengePurpose): Promise<Challenge | null> {
    return this.database.run((manager) =>
      manager.findOne(Challenge, { where: { subject, purpose }, order: { consumedAt: 'DESC' } }),
    );
  }

  async insert(challenge: Challenge): Promise<void> {
    await this.database.run((manager) => manager.insert(Challenge, challenge));
  }

  /** Voids what is live for the session and purpose: there is one live code (security-rules 5.3, 5.5). */
  async supersede(asking: Asking, supersededAt: Date): Promise<void> {
    await this.database.run((manager) =>
      changeWhere(manager, Challenge, { where: { ...asking, ...isOpen }, set: { supersededAt } }),
    );
  }

  /**
   * Spends one try before the code is compared. Of any number of guesses that arrive at once, over any number of
   * processes, five get through (security-rules 4).
   */
  spendTry(id: string, now: Date): Promise<boolean> {
    return this.change(
      { id, ...isOpen, attempts: LessThan(MAX_ATTEMPTS), expiresAt: MoreThan(now) },
      { attempts: increment('attempts') },
    );
  }

  /** Consumes it; of two right answers at once, one counts. */
  consume(id: string, now: Date): Promise<boolean> {
    return this.change({ id, ...isOpen, expiresAt: MoreThan(now) }, { consumedAt: now });
  }

  consumeConfirmedCall(id: string, now: Date): Promise<boolean> {
    const where = { id, ...isOpen, callState: 'confirmed' as const, expiresAt: MoreThan(now) };
    return this.change(where, { consumedAt: now });
  }

  /** True once for each code whose last try was wrong. */
  declareDead(id: string, now: Date): Promise<boolean> {
    return this.change({ id, ...isOpen, attempts: MAX_ATTEMPTS }, { supersededAt: now });
  }

  async failDelivery(outboxId: string, deliveryFailedAt: Date): Promise<void> {
    await this.change({ outboxId, ...isOpen }, { deliveryFailedAt });
  }

  /** Forgets what has been over since `expiredBy`. */
  async removeOld(expiredBy: Date): Promise<void> {
    await this.database.run((manager) =>
      manager.delete(Challenge, { expiresAt: LessThanOrEqual(expiredBy) }),
    );
  }

  private change(
    where: FindOptionsWhere<Challenge>,
    set: Parameters<typeof changeIf<Challenge>>[2]['set'],
  ): Promise<boolean> {
    return this.database.run((manager) => changeIf(manager, Challenge, { where, set }));
  }
}
