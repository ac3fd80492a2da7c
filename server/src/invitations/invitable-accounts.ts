import { Injectable } from '@nestjs/common';
import { Accesses } from '../accounts/index.js';
import { DomainError } from '../errors/domain-error.js';
import { Placements, type PersonView } from '../people/index.js';

/** Which accounts a carer may be invited to: their own, and those of the children in their care. */
@Injectable()
export class InvitableAccounts {
  constructor(
    private readonly placements: Placements,
    private readonly accesses: Accesses,
  ) {}

  /** Refuses an account that is neither, and one that the carer already holds or has accepted. */
  async require(carer: PersonView, accountIds: readonly string[]): Promise<void> {
    const invitable = await this.among(carer, accountIds);
    if (accountIds.every((id) => invitable.includes(id))) return;
    throw new DomainError('invalid', 'INVALID_INPUT', { fields: { accountIds: 'INVALID' } });
  }

  /** Those of the accounts that the carer may be invited to now. */
  async among(carer: PersonView, accountIds: readonly string[]): Promise<string[]> {
    const placed = await this.placements.listPlaced(carer.id);
    const held = await this.accesses.listHeldBy(carer.id);
    return accountIds.filter((id) => (id === carer.id || placed.has(id)) && !held.has(id));
  }
}
