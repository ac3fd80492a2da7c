import { invitationRoutes, type CreateInvitation, type Invitation } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Accesses } from '../accounts/index.js';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { Identifiers } from '../crypto/identifiers.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import { Idempotency } from '../idempotency/index.js';
import { Outbox } from '../notifications/index.js';
import { People, PersonEmail, type PersonView } from '../people/index.js';
import { EarlierInvitations } from './earlier-invitations.js';
import { InvitableAccounts } from './invitable-accounts.js';
import { InvitationSecrets, LIFE_DAYS } from './invitation-secrets.js';
import { InvitationView } from './invitation.view.js';
import { personHasNoEmail } from './invitation.errors.js';
import { InvitationsRepository } from './invitations.repository.js';

/** Invite: e-mail 1 with the unique code, to the address on the carer's record (domain 8.1). */
@Injectable()
export class Invite {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly invitable: InvitableAccounts,
    private readonly earlier: EarlierInvitations,
    private readonly accesses: Accesses,
    private readonly people: People,
    private readonly personEmail: PersonEmail,
    private readonly secrets: InvitationSecrets,
    private readonly view: InvitationView,
    private readonly outbox: Outbox,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
    private readonly identifiers: Identifiers,
    private readonly clock: Clock,
  ) {}

  async invite(context: RequestContext, body: CreateInvitation): Promise<Invitation> {
    await this.people.getVisible(signedInWorker(context), body.carerId);
    return this.idempotency.once(context, invitationRoutes.create, body, async () => {
      // Two workers who invite at once would each see no earlier invitation; the address may have changed meanwhile.
      await this.people.lock(body.carerId);
      const carer = await this.people.get(body.carerId);
      const { email } = carer;
      if (email === null) throw personHasNoEmail();
      await this.invitable.require(carer, body.accountIds);
      const carried = await this.earlier.giveWay(context, carer, body.accountIds);
      const id = await this.send(context, carer, email, [...new Set([...body.accountIds, ...carried])]);
      return this.view.of((await this.invitations.find(id))!);
    });
  }

  private async send(
    context: RequestContext,
    carer: PersonView,
    email: string,
    accountIds: readonly string[],
  ) {
    const id = this.identifiers.next();
    const code = await this.secrets.newCode();
    await this.invitations.insert({
      id,
      carerId: carer.id,
      teamId: carer.teamId,
      state: 'code_sent',
      email: await this.secrets.sealEmail(id, email),
      emailIndex: this.personEmail.indexOf(email),
      ...code.columns,
      linkHash: null,
      linkExpiresAt: null,
      invitedBy: signedInWorker(context).workerId,
      identifiedBy: null,
      confirmedBy: null,
      confirmedAt: null,
      closedReason: null,
      createdAt: this.clock.now(),
    });
    await this.accesses.propose(id, carer.id, accountIds);
    await this.outbox.mail({
      template: 'set-up-account',
      to: email,
      variables: { code: code.shown, days: LIFE_DAYS },
      about: { kind: 'invitation', id },
    });
    await this.audit.record(context, {
      action: 'invitation.created',
      objectType: 'invitation',
      objectId: id,
      detail: { accounts: accountIds.length },
    });
    return id;
  }
}
