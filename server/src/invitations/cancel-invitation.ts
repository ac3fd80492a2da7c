import type { Invitation, TaskKind } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Accesses } from '../accounts/index.js';
import { AuditTrail } from '../audit/index.js';
import { Database } from '../database/database.js';
import type { RequestContext } from '../request/request-context.js';
import { Outbox } from '../notifications/index.js';
import { Tasks } from '../tasks/index.js';
import type { InvitationEntity } from './invitation.entity.js';
import { InvitationSecrets } from './invitation-secrets.js';
import { InvitationView } from './invitation.view.js';
import { invitationClosed } from './invitation.errors.js';
import { InvitationsRepository } from './invitations.repository.js';
import { InvitationsService } from './invitations.service.js';

const SETTLED_BY_CANCELLING: readonly TaskKind[] = [
  'invitation_bounced',
  'invitation_expired',
  'invitation_locked',
  'new_link_requested',
  'activation_waiting',
  'second_approval_needed',
];

/** Withdraws an invitation; names that are active already stay so. */
@Injectable()
export class CancelInvitation {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly reading: InvitationsService,
    private readonly accesses: Accesses,
    private readonly secrets: InvitationSecrets,
    private readonly view: InvitationView,
    private readonly outbox: Outbox,
    private readonly tasks: Tasks,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  async cancel(context: RequestContext, id: string, reason: string): Promise<Invitation> {
    const invitation = await this.reading.getVisible(context, id);
    await this.database.transaction(async () => {
      const closedReason = await this.secrets.sealReason(id, reason);
      if (!(await this.close(context, invitation, closedReason))) throw invitationClosed();
    });
    return this.view.of((await this.invitations.find(id))!);
  }

  /** Inside the caller's transaction; false when it is too late to cancel. */
  async close(
    context: RequestContext,
    invitation: InvitationEntity,
    closedReason: Buffer | null,
  ): Promise<boolean> {
    const { id } = invitation;
    if (!(await this.invitations.move(id, 'cancel', { closedReason }))) return false;
    await this.accesses.moveAllOf(id, 'cancel');
    await this.outbox.mail({
      template: 'invitation-cancelled',
      to: await this.secrets.openEmail(invitation),
      variables: {},
      about: { kind: 'invitation', id },
    });
    await this.tasks.completeAbout(id, ...SETTLED_BY_CANCELLING);
    await this.audit.record(context, {
      action: 'invitation.cancelled',
      objectType: 'invitation',
      objectId: id,
    });
    return true;
  }
}
