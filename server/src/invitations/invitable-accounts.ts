import { Injectable } from '@nestjs/common';
import { Accesses } from '../accounts/index.js';
import { Clock } from '../clock/clock.js';
import { DomainError } from '../http/domain-error.js';
import { Placements, type PersonView } from '../people/index.js';

/** Which accounts a carer may be invited to: their own, and those of the children in their care. */
@Injectable()
export class InvitableAccounts {
  constructor(
    private readonly placements: Placements,
    private readonly accesses: Accesses,
    private readonly clock: Clock,
  ) {}

  /** Refuses an account that is neither, and one that the carer already holds or has accepted. */
  async require(carer: PersonView, accountIds: readonly string[]): Promise<void> {
    const today = this.clock.now().toISOString().slice(0, 10);
    const placed = await this.placements.listOfCarer(carer.id);
    const held = await this.accesses.listHeldBy(carer.id);
    const isInvitable = (accountId: string): boolean => {
      const days = placed.get(accountId);
      const isPlaced = days !== undefined && (days.to === null || days.to >= today);
      return (accountId === carer.id || isPlaced) && !held.has(accountId);
    };
    if (!accountIds.every(isInvitable)) {
      throw new DomainError('invalid', 'INVALID_INPUT', { fields: { accountIds: 'INVALID' } });
    }
  }
}
