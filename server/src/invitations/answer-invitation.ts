import { myInvitationRoutes, type AcceptInvitations, type MyInvitation, type TaskKind } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Accesses } from '../accounts/index.js';
import { AuditTrail } from '../audit/index.js';
import { Database } from '../database/database.js';
import { notFound } from '../errors/domain-error.js';
import { signedInCarer, type RequestContext } from '../request/request-context.js';
import { Idempotency } from '../idempotency/index.js';
import { Tasks } from '../tasks/index.js';
import { FollowNames } from './follow-names.js';
import { invitationsChanged } from './invitation.errors.js';
import { InvitationsRepository } from './invitations.repository.js';
import { MyInvitations, type Offer } from './my-invitations.js';

type List = { items: MyInvitation[] };

/** What a carer does on the Account Setup screen: Yes, No, or 'I do not expect this person' (security-rules 5.8). */
@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly mine: MyInvitations,
    private readonly invitations: InvitationsRepository,
    private readonly accesses: Accesses,
    private readonly names: FollowNames,
    private readonly tasks: Tasks,
    private readonly idempotency: Idempotency,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /** All the ticked names or none: one that is foreign, closed or withdrawn meanwhile changes nothing. */
  accept(context: RequestContext, body: AcceptInvitations): Promise<List> {
    const { userId } = signedInCarer(context);
    return this.idempotency.once(context, myInvitationRoutes.accept, body, async () => {
      const offers = new Map((await this.mine.listOffers(userId)).map((offer) => [offer.access.id, offer]));
      for (const accessId of new Set(body.accessIds)) {
        const offer = offers.get(accessId);
        if (!offer) throw invitationsChanged();
        await this.acceptOne(context, offer, userId);
      }
      return this.mine.list(context);
    });
  }

  decline(context: RequestContext, accessId: string, reason: string | undefined): Promise<List> {
    return this.turnDown(context, accessId, 'invitation_declined', reason ?? null);
  }

  /** Catches an invitation that went to the wrong person: the name is hidden and the team told at once. */
  reportUnexpected(context: RequestContext, accessId: string): Promise<List> {
    return this.turnDown(context, accessId, 'unexpected_invitation_reported', null);
  }

  private async acceptOne(
    context: RequestContext,
    { access, invitation }: Offer,
    userId: string,
  ): Promise<void> {
    const isAccepted =
      (await this.accesses.accept(access.id, invitation.id, userId)) &&
      (await this.invitations.move(invitation.id, 'accept'));
    if (!isAccepted) throw invitationsChanged();
    await this.tell(invitation, 'activation_waiting');
    await this.record(context, access.id, 'access.accepted');
  }

  private async turnDown(
    context: RequestContext,
    accessId: string,
    kind: TaskKind,
    reason: string | null,
  ): Promise<List> {
    const { userId } = signedInCarer(context);
    const offer = (await this.mine.listOffers(userId)).find(({ access }) => access.id === accessId);
    if (!offer) throw notFound();
    const { invitation } = offer;
    await this.database.transaction(async () => {
      if (!(await this.accesses.turnDown(accessId, invitation.id, 'decline', reason)))
        throw invitationsChanged();
      await this.tell(invitation, kind);
      await this.record(
        context,
        accessId,
        kind === 'invitation_declined' ? 'access.declined' : 'access.reported',
      );
      await this.names.settle(invitation.id);
    });
    return this.mine.list(context);
  }

  private tell({ id, carerId, teamId }: Offer['invitation'], kind: TaskKind): Promise<void> {
    const isUrgent = kind === 'unexpected_invitation_reported';
    return this.tasks.add({ kind, personId: carerId, about: { kind: 'invitation', id }, teamId, isUrgent });
  }

  private record(context: RequestContext, objectId: string, action: string): Promise<void> {
    return this.audit.record(context, { action, objectType: 'access', objectId });
  }
}
