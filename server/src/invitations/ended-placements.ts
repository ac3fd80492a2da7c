import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Accesses, type AccessEntity } from '../accounts/index.js';
import { AuditTrail } from '../audit/index.js';
import { Database } from '../database/database.js';
import { Events } from '../events/index.js';
import { systemContext } from '../request/request-context.js';
import { PlacementEnded, Placements } from '../people/index.js';
import { CancelInvitation } from './cancel-invitation.js';
import { FollowNames } from './follow-names.js';
import { InvitationsRepository } from './invitations.repository.js';

/**
 * A child who has left before activation: their name is cancelled, and with the last name the invitation
 * (domain 8.1). At once when a worker ends the placement, and on the day when its end lay ahead.
 */
@Injectable()
export class EndedPlacements implements OnModuleInit {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly accesses: Accesses,
    private readonly placements: Placements,
    private readonly names: FollowNames,
    private readonly cancellation: CancelInvitation,
    private readonly database: Database,
    private readonly events: Events,
    private readonly audit: AuditTrail,
  ) {}

  onModuleInit(): void {
    this.events.on(PlacementEnded, ({ carerId }) => this.run(carerId));
  }

  /** For one carer, or for all. */
  async run(carerId?: string): Promise<void> {
    const onTheWay = await this.accesses.listChildrenOnTheWay(carerId);
    const placed = new Map<string, ReadonlySet<string>>();
    for (const access of onTheWay) {
      const children = placed.get(access.carerId) ?? (await this.placements.listPlaced(access.carerId));
      placed.set(access.carerId, children);
      if (!children.has(access.personId)) await this.cancel(access);
    }
  }

  private cancel({ id, invitationId }: AccessEntity): Promise<void> {
    return this.database.transaction(async () => {
      if (!(await this.accesses.cancel(id))) return;
      const context = systemContext();
      await this.audit.record(context, {
        action: 'access.cancelled',
        objectType: 'access',
        objectId: id,
      });
      if (await this.names.areLeft(invitationId)) await this.names.settle(invitationId);
      else await this.cancellation.close(context, (await this.invitations.find(invitationId))!, null);
    });
  }
}
