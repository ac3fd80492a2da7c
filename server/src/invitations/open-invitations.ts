import { openToCarer } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Accesses } from '../accounts/index.js';
import { InvitedAddresses } from '../identity/index.js';
import { InvitationsRepository } from './invitations.repository.js';

/** What sign-up and sign-in need to know of invitations, behind the port that identity declares. */
@Injectable()
export class OpenInvitations extends InvitedAddresses {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly accesses: Accesses,
  ) {
    super();
  }

  async isInvited(emailKey: string): Promise<boolean> {
    return (await this.invitations.listFor(emailKey, openToCarer)).length > 0;
  }

  async hasOpen(emailKey: string): Promise<boolean> {
    const invitations = await this.invitations.listFor(emailKey, openToCarer);
    for (const { id } of invitations) {
      if ((await this.accesses.listOfIn(id, ['awaiting_carer', 'awaiting_activation'])).length > 0)
        return true;
    }
    return false;
  }
}
