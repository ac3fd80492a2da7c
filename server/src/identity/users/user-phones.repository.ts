import { Injectable } from '@nestjs/common';
import type { FindOptionsWhere } from 'typeorm';
import { changeIf } from '../../database/changes.js';
import { Database } from '../../database/database.js';
import { isUniqueViolation } from '../../database/errors.js';
import { User } from './user.entity.js';

/** Families share a phone: this many users may have one number (security-rules 5.5). */
const USERS_PER_NUMBER = 3;

export type GivenPhone = Required<{
  [Column in 'phone' | 'phoneKey' | 'canText' | 'phoneGivenAt']: User[Column];
}>;

type Outcome = 'kept' | 'too-often' | 'not-there';

@Injectable()
export class UserPhonesRepository {
  constructor(private readonly database: Database) {}

  /** Keeps the number of a user who is still `registered`; `too-often` when three others have it. */
  give(id: string, given: GivenPhone): Promise<Outcome> {
    return this.keep({ id, state: 'registered' }, given);
  }

  /** The same in place of the number that the user has proven, if it is still that one. */
  replace({ id, phoneKey }: User, given: GivenPhone & Pick<User, 'phoneChangedAt'>): Promise<Outcome> {
    return this.keep({ id, state: 'phone_confirmed', phoneKey: phoneKey ?? '' }, given);
  }

  private async keep(where: FindOptionsWhere<User>, given: GivenPhone): Promise<Outcome> {
    for (let phoneSlot = 1; phoneSlot <= USERS_PER_NUMBER; phoneSlot += 1) {
      const outcome = await this.takeSlot(where, { ...given, phoneSlot });
      if (outcome !== 'taken') return outcome;
    }
    return 'too-often';
  }

  /** The unique index decides, so two users who come at once cannot have the same place. */
  private async takeSlot(where: FindOptionsWhere<User>, set: GivenPhone & { phoneSlot: number }) {
    try {
      const isKept = await this.database.run((manager) => changeIf(manager, User, { where, set }));
      return isKept ? 'kept' : 'not-there';
    } catch (error) {
      if (isUniqueViolation(error)) return 'taken';
      throw error;
    }
  }
}
