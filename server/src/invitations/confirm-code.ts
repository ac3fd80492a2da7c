import type { ConfirmInvitationCode, Invitation } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Accesses } from '../accounts/index.js';
import { AuditTrail, type AuditedAct } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { parseHumanCode } from '../crypto/human-code.js';
import { Database } from '../database/database.js';
import { InvalidInput } from '../errors/invalid-input.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import { Limits } from '../limits/index.js';
import { Tasks } from '../tasks/index.js';
import type { InvitationEntity } from './invitation.entity.js';
import { InvitationLinkMail } from './invitation-link.mail.js';
import { InvitationSecrets, TRIES } from './invitation-secrets.js';
import { InvitationView } from './invitation.view.js';
import { codeNotAccepted, invitationClosed, invitationLocked } from './invitation.errors.js';
import { InvitationsRepository } from './invitations.repository.js';
import { InvitationsService } from './invitations.service.js';

/** Wrong codes that one worker may type in a day, over all invitations (domain 8.1). */
const WORKER_TRIES = { name: 'invitation.code-tries', rule: { count: 20, perMs: 86_400_000 } } as const;

/**
 * Confirm code: the carer quotes the code, the worker types it (security-rules 5.1). The try is counted and committed
 * before the code is compared, so however many arrive at once, five are compared.
 */
@Injectable()
export class ConfirmCode {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly reading: InvitationsService,
    private readonly accesses: Accesses,
    private readonly secrets: InvitationSecrets,
    private readonly linkMail: InvitationLinkMail,
    private readonly view: InvitationView,
    private readonly tasks: Tasks,
    private readonly limits: Limits,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async confirm(context: RequestContext, id: string, body: ConfirmInvitationCode): Promise<Invitation> {
    const invitation = await this.reading.getVisible(context, id);
    if (invitation.state === 'locked') throw invitationLocked();
    if (invitation.state !== 'code_sent' || !(await this.reading.isForAddressOnFile(invitation)))
      throw invitationClosed();
    // What cannot be a code was misheard or mistyped: it is no guess, and costs none (security-rules 5.1).
    if (parseHumanCode(body.code) === null) throw new InvalidInput({ code: 'INVALID_CODE' });
    const { workerId } = signedInWorker(context);
    await this.limits.require(WORKER_TRIES.name, workerId, WORKER_TRIES.rule, 'TOO_MANY_TRIES');
    const mayTry = await this.invitations.takeTry(id, TRIES, this.clock.now());
    const isRight = await this.secrets.isCode(body.code, invitation);
    if (!mayTry || !isRight) {
      await this.refuse(context, invitation);
      throw codeNotAccepted();
    }
    await this.accept(context, invitation, body);
    await this.limits.giveBack(WORKER_TRIES.name, workerId, WORKER_TRIES.rule);
    return this.view.of((await this.invitations.find(id))!);
  }

  private accept(
    context: RequestContext,
    invitation: InvitationEntity,
    body: ConfirmInvitationCode,
  ): Promise<void> {
    const { id, codeHash } = invitation;
    return this.database.transaction(async () => {
      const link = this.secrets.newLink();
      const confirmed = {
        ...link.columns,
        identifiedBy: body.identifiedBy,
        confirmedBy: signedInWorker(context).workerId,
        confirmedAt: this.clock.now(),
      };
      // The hash is in the guard: a code that was replaced meanwhile is void.
      if (!(await this.invitations.move(id, 'confirmCode', confirmed, { codeHash }))) throw codeNotAccepted();
      await this.accesses.moveAllOf(id, 'offer');
      await this.linkMail.send(invitation, link.token);
      await this.record(context, id, 'invitation.code-confirmed', {
        identifiedBy: body.identifiedBy,
      });
    });
  }

  private refuse(context: RequestContext, { id, carerId, teamId }: InvitationEntity): Promise<void> {
    return this.database.transaction(async () => {
      await this.record(context, id, 'invitation.code-refused');
      const now = await this.invitations.find(id);
      if (!now || now.wrongTries < TRIES || !(await this.invitations.move(id, 'lock'))) return;
      await this.tasks.add({
        kind: 'invitation_locked',
        personId: carerId,
        about: { kind: 'invitation', id },
        teamId,
        isUrgent: true,
      });
      await this.record(context, id, 'invitation.locked');
    });
  }

  private record(
    context: RequestContext,
    objectId: string,
    action: string,
    detail: AuditedAct['detail'] = {},
  ) {
    const outcome = action === 'invitation.code-refused' ? 'refused' : 'done';
    return this.audit.record(context, { action, objectType: 'invitation', objectId, outcome, detail });
  }
}
