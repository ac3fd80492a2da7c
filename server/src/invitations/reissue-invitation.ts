import type { Invitation, InvitationMove } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Accesses } from '../accounts/index.js';
import { AuditTrail } from '../audit/index.js';
import { Database } from '../database/database.js';
import { DomainError, stateChanged } from '../errors/domain-error.js';
import type { RequestContext } from '../request/request-context.js';
import { Limits } from '../limits/index.js';
import { Outbox } from '../notifications/index.js';
import { Tasks } from '../tasks/index.js';
import type { InvitationEntity } from './invitation.entity.js';
import { InvitationLinkMail } from './invitation-link.mail.js';
import { InvitationSecrets, LIFE_DAYS } from './invitation-secrets.js';
import { InvitationView } from './invitation.view.js';
import { invitationClosed, invitationLocked } from './invitation.errors.js';
import { InvitationsRepository } from './invitations.repository.js';
import { InvitationsService } from './invitations.service.js';
import { RESENDS } from './resends.js';

/** The mail of the current step once more, with a new secret; the one before is void (security-rules 5.1, 5.2). */
@Injectable()
export class ReissueInvitation {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly reading: InvitationsService,
    private readonly accesses: Accesses,
    private readonly secrets: InvitationSecrets,
    private readonly linkMail: InvitationLinkMail,
    private readonly view: InvitationView,
    private readonly outbox: Outbox,
    private readonly tasks: Tasks,
    private readonly limits: Limits,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  async resend(context: RequestContext, id: string): Promise<Invitation> {
    const invitation = await this.reading.getVisible(context, id);
    const move = moveOf(invitation);
    return this.reissue(context, invitation, move, () => this.countResend(id));
  }

  /** A team manager lets the carer go on after five wrong codes. */
  async unlock(context: RequestContext, id: string): Promise<Invitation> {
    const invitation = await this.reading.getVisible(context, id);
    if (invitation.state !== 'locked') throw stateChanged();
    return this.reissue(context, invitation, 'unlock');
  }

  private async reissue(
    context: RequestContext,
    invitation: InvitationEntity,
    move: InvitationMove,
    count?: () => Promise<void>,
  ) {
    const { id } = invitation;
    if (!(await this.reading.isForAddressOnFile(invitation))) throw invitationClosed();
    await this.database.transaction(async () => {
      await count?.();
      if (move === 'resendLink') await this.sendLink(invitation);
      else await this.sendCode(invitation, move);
      await this.tasks.completeAbout(id, 'invitation_expired', 'invitation_locked', 'new_link_requested');
      await this.audit.record(context, {
        action: `invitation.${move === 'unlock' ? 'unlocked' : 'resent'}`,
        objectType: 'invitation',
        objectId: id,
      });
    });
    return this.view.of((await this.invitations.find(id))!);
  }

  private async countResend(id: string): Promise<void> {
    const verdict = await this.limits.take(RESENDS.name, id, RESENDS.rule);
    if (!verdict.isAllowed) {
      throw new DomainError('too-many', 'RESEND_LIMIT_REACHED', { retryAfterMs: verdict.retryAfterMs });
    }
  }

  private async sendLink(invitation: InvitationEntity): Promise<void> {
    const link = this.secrets.newLink();
    if (!(await this.invitations.move(invitation.id, 'resendLink', link.columns))) throw stateChanged();
    await this.linkMail.send(invitation, link.token);
  }

  private async sendCode(invitation: InvitationEntity, move: InvitationMove): Promise<void> {
    const code = await this.secrets.newCode();
    const anew = { ...code.columns, ...unconfirmed };
    if (!(await this.invitations.move(invitation.id, move, anew))) throw stateChanged();
    await this.accesses.moveAllOf(invitation.id, 'reoffer');
    await this.outbox.mail({
      template: 'set-up-account',
      to: await this.secrets.openEmail(invitation),
      variables: { code: code.shown, days: LIFE_DAYS },
      about: { kind: 'invitation', id: invitation.id },
    });
  }
}

/** What a new code takes back of an earlier one. */
const unconfirmed = {
  linkHash: null,
  linkExpiresAt: null,
  identifiedBy: null,
  confirmedBy: null,
  confirmedAt: null,
};

function moveOf({ state }: InvitationEntity): InvitationMove {
  if (state === 'code_sent' || state === 'expired') return 'reissue';
  if (state === 'link_sent' || state === 'linked') return 'resendLink';
  throw state === 'locked' ? invitationLocked() : invitationClosed();
}
