import { Injectable } from '@nestjs/common';
import { Accesses } from '../accounts/index.js';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { MailedOffers } from '../people/index.js';
import type { RequestContext } from '../request/request-context.js';
import { Tasks } from '../tasks/index.js';
import type { InvitationEntity } from './invitation.entity.js';
import { InvitationsRepository } from './invitations.repository.js';

/**
 * Once the address on the carer's record has changed, the old one may be a stranger's: what went there is void for good,
 * and the team is told to invite again (domain 8.1). Its names can be invited anew, and the next invitation takes them over,
 * as after a bounce. Names that were accepted by then go on to the approver.
 */
@Injectable()
export class ReaddressedInvitations extends MailedOffers {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly accesses: Accesses,
    private readonly tasks: Tasks,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {
    super();
  }

  async voidAllBut(context: RequestContext, carerId: string, emailIndex: string | null): Promise<void> {
    for (const invitation of await this.invitations.list({ carerId })) {
      if (invitation.emailIndex !== emailIndex) await this.end(context, invitation);
    }
  }

  private async end(context: RequestContext, invitation: InvitationEntity): Promise<void> {
    const { id } = invitation;
    const isSuperseded = await this.invitations.move(id, 'readdress');
    const unanswered = await this.accesses.listOfIn(id, ['proposed', 'awaiting_carer']);
    if (!isSuperseded && !(await this.invitations.endOffer(id, this.clock.now()))) return;
    if (!isSuperseded && unanswered.length === 0) return;
    await this.accesses.moveAllOf(id, 'expire');
    await this.tell(context, invitation, isSuperseded ? 'invitation.superseded' : 'invitation.rest-expired');
  }

  private async tell(
    context: RequestContext,
    { id, carerId, teamId }: InvitationEntity,
    action: string,
  ): Promise<void> {
    await this.tasks.add({
      kind: 'invitation_readdressed',
      personId: carerId,
      about: { kind: 'invitation', id },
      teamId,
    });
    await this.audit.record(context, { action, objectType: 'invitation', objectId: id });
  }
}
