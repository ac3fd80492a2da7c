import type { InvitationLinkOpened } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { hashToken } from '../crypto/token.js';
import { Database } from '../database/database.js';
import type { RequestContext } from '../request/request-context.js';
import { Users } from '../identity/index.js';
import { Limits } from '../limits/index.js';
import { Tasks } from '../tasks/index.js';
import type { InvitationEntity } from './invitation.entity.js';
import { linkNotUsable } from './invitation.errors.js';
import { InvitationsRepository } from './invitations.repository.js';
import { IssuedLinksRepository } from './issued-links.repository.js';

const OPENINGS = { count: 60, perMs: 5 * 60_000 };
const NEW_LINK_REQUESTS = { count: 10, perMs: 60 * 60_000 };

/** The link of e-mail 2 (security-rules 5.2). Opening it as a stranger consumes nothing: mail scanners do so too. */
@Injectable()
export class InvitationLinks {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly issued: IssuedLinksRepository,
    private readonly users: Users,
    private readonly tasks: Tasks,
    private readonly limits: Limits,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async open(context: RequestContext, token: string): Promise<InvitationLinkOpened> {
    await this.limits.require('invitation-link.open', context.ip, OPENINGS, 'TOO_MANY_TRIES');
    const invitation = await this.invitations.findByLink(hashToken(token), this.clock.now());
    if (!invitation) throw linkNotUsable();
    await this.refuseOtherAddress(context, invitation);
    return { isUsable: true };
  }

  /**
   * Says the same, after the same work, whatever the token was: only the team that once sent it learns of it, however
   * long it is dead.
   */
  async askForNew(context: RequestContext, token: string): Promise<void> {
    await this.limits.require('invitation-link.ask', context.ip, NEW_LINK_REQUESTS, 'TOO_MANY_TRIES');
    const invitation = await this.issued.findInvitation(hashToken(token));
    await this.database.transaction(() =>
      invitation ? this.tell(context, invitation, 'new_link_requested') : this.noteUnknown(context),
    );
  }

  /** A forwarded link: signed in with another address than the invited one. */
  private async refuseOtherAddress(context: RequestContext, invitation: InvitationEntity): Promise<void> {
    const { actor } = context;
    if (actor.kind !== 'carer' || actor.stage !== 'signed_in' || actor.userId === null) return;
    const user = await this.users.get(actor.userId);
    if (user.emailKey === invitation.emailIndex) return;
    await this.database.transaction(() => this.tell(context, invitation, 'wrong_address_used'));
    throw linkNotUsable();
  }

  /** An audited commit like that of a known link, or the time of the reply would tell which it was. */
  private noteUnknown(context: RequestContext): Promise<void> {
    return this.audit.record(context, {
      action: 'invitation.new-link-requested',
      objectType: 'invitation',
      objectId: null,
      outcome: 'refused',
    });
  }

  private async tell(
    context: RequestContext,
    { id, carerId, teamId }: InvitationEntity,
    kind: 'new_link_requested' | 'wrong_address_used',
  ): Promise<void> {
    await this.tasks.add({ kind, personId: carerId, about: { kind: 'invitation', id }, teamId });
    const action =
      kind === 'new_link_requested' ? 'invitation.new-link-requested' : 'invitation.other-address-refused';
    await this.audit.record(context, { action, objectType: 'invitation', objectId: id });
  }
}
