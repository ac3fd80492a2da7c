import { Injectable } from '@nestjs/common';
import { changeIf } from '../../database/changes.js';
import { Database } from '../../database/database.js';
import { isUniqueViolation } from '../../database/errors.js';
import { User } from './user.entity.js';

/** Families share a phone: this many users may have one number (security-rules 5.5). */
const USERS_PER_NUMBER = 3;

export type GivenPhone = Required<{
  [Column in 'phone' | 'phoneKey' | 'canText' | 'phoneGivenAt']: User[Column];
}>;

@Injectable()
export class UserPhonesRepository {
  constructor(private readonly database: Database) {}

  /** Keeps the number of a user who is still `registered`; `too-often` when three others have it. */
  async give(id: string, given: GivenPhone): Promise<'kept' | 'too-often' | 'not-registered'> {
    for (let phoneSlot = 1; phoneSlot <= USERS_PER_NUMBER; phoneSlot += 1) {
      const outcome = await this.takeSlot(id, { ...given, phoneSlot });
      if (outcome !== 'taken') return outcome;
    }
    return 'too-often';
  }

  /** The unique index decides, so two users who come at once cannot have the same place. */
  private async takeSlot(id: string, set: GivenPhone & { phoneSlot: number }) {
    try {
      const isKept = await this.database.run((manager) =>
        changeIf(manager, User, { where: { id, state: 'registered' }, set }),
      );
      return isKept ? 'kept' : 'not-registered';
    } catch (error) {
      if (isUniqueViolation(error)) return 'taken';
      throw error;
    }
  }
}
