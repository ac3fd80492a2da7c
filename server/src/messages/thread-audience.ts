import { Injectable } from '@nestjs/common';
import { AccountHolders } from '../accounts/index.js';
import { People } from '../people/index.js';
import type { ThreadEntity } from './thread.entity.js';

/** Whom a thread is for on the carers' side. */
type About = Pick<ThreadEntity, 'accountId' | 'carerId' | 'isPrivate'>;

/**
 * The users who get a message of a thread: those of the carer's household who may use the account now, or the carer
 * alone when it is private. Another household that has or had the same child never does (domain 8.2, 8.5).
 */
@Injectable()
export class ThreadAudience {
  constructor(
    private readonly holders: AccountHolders,
    private readonly people: People,
  ) {}

  async listUsers({ accountId, carerId, isPrivate }: About): Promise<string[]> {
    const household = isPrivate ? new Set([carerId]) : await this.householdOf(carerId);
    const holders = await this.holders.listOf(accountId);
    return [
      ...new Set(holders.filter((holder) => household.has(holder.carerId)).map(({ userId }) => userId)),
    ];
  }

  private async householdOf(carerId: string): Promise<Set<string>> {
    const carer = await this.people.get(carerId);
    const others = await this.people.listHousehold(carer);
    return new Set([carerId, ...others.map(({ id }) => id)]);
  }
}
