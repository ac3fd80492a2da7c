import { openToCarer, type MyInvitation } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Accesses, type AccessEntity } from '../accounts/index.js';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { signedInCarer, type RequestContext } from '../request/request-context.js';
import { Users } from '../identity/index.js';
import { ownAccountFirst, People, type PersonView } from '../people/index.js';
import type { InvitationEntity } from './invitation.entity.js';
import { InvitationsRepository } from './invitations.repository.js';

/** An offered name with the invitation that it stands on. */
export interface Offer {
  readonly access: AccessEntity;
  readonly invitation: InvitationEntity;
}

/**
 * What the Account Setup screen lists: every offer to the signed-in carer's verified address, over all invitations
 * (security-rules 5.8). Another address sees nothing of it.
 */
@Injectable()
export class MyInvitations {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly accesses: Accesses,
    private readonly users: Users,
    private readonly people: People,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async list(context: RequestContext): Promise<{ items: MyInvitation[] }> {
    const { userId } = signedInCarer(context);
    await this.link(context, userId);
    const offers = await this.listOffers(userId);
    const people = await this.people.list(offers.map(({ access }) => access.personId));
    const items = offers.flatMap(({ access }) => {
      const person = people.get(access.personId);
      return person ? [itemOf(access, person)] : [];
    });
    return { items: items.sort(ownAccountFirst) };
  }

  /** Names that wait for this carer, and those that they accepted and that wait for the team. */
  async listOffers(userId: string): Promise<Offer[]> {
    const invitations = await this.listOpen(userId);
    const offers = await Promise.all(
      invitations.map(async (invitation) => {
        const accesses = await this.accesses.listOfIn(invitation.id, [
          'awaiting_carer',
          'awaiting_activation',
        ]);
        const mine = accesses.filter((access) =>
          access.userId === null ? this.isGood(invitation) : access.userId === userId,
        );
        return mine.map((access) => ({ access, invitation }));
      }),
    );
    return offers.flat();
  }

  /** Signing in with the invited address does what opening the link does. */
  private async link(context: RequestContext, userId: string): Promise<void> {
    const unlinked = (await this.listOpen(userId)).filter(({ state }) => state === 'link_sent');
    for (const { id } of unlinked) {
      await this.database.transaction(async () => {
        if (!(await this.invitations.move(id, 'openLink'))) return;
        await this.audit.record(context, {
          action: 'invitation.linked',
          objectType: 'invitation',
          objectId: id,
        });
      });
    }
  }

  /** An offer lasts as long as its link; what was accepted in time stays (security-rules 5.2). */
  private isGood({ linkExpiresAt }: InvitationEntity): boolean {
    return linkExpiresAt !== null && linkExpiresAt > this.clock.now();
  }

  private async listOpen(userId: string): Promise<InvitationEntity[]> {
    const { emailKey } = await this.users.get(userId);
    return this.invitations.listFor(emailKey, openToCarer);
  }
}

const itemOf = (access: AccessEntity, { name, kind }: PersonView): MyInvitation => ({
  accessId: access.id,
  name,
  kind,
  isOwnAccount: access.personId === access.carerId,
  state: access.state,
  acceptedAt: access.acceptedAt?.toISOString() ?? null,
});
