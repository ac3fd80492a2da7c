import type { AccessState, CreateInvitation, Invitation, InvitationState, TaskKind } from '@cso/contract';
import { invitationRoutes, statesBefore } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Accesses } from '../accounts/index.js';
import { AuditTrail, type AuditedAct } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { Identifiers } from '../crypto/identifiers.js';
import { stateChanged } from '../errors/domain-error.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import { Idempotency } from '../idempotency/index.js';
import { Outbox } from '../notifications/index.js';
import { People, PersonEmail, type PersonView } from '../people/index.js';
import { Tasks } from '../tasks/index.js';
import { InvitableAccounts } from './invitable-accounts.js';
import { InvitationSecrets, LIFE_DAYS } from './invitation-secrets.js';
import { InvitationView } from './invitation.view.js';
import { invitationAlreadyOpen, personHasNoEmail } from './invitation.errors.js';
import { InvitationsRepository } from './invitations.repository.js';

/** `locked` waits for a team manager; of the last two, names may still be unanswered. */
const UNDER_WAY: readonly InvitationState[] = [
  'code_sent',
  'link_sent',
  'linked',
  'locked',
  'accepted',
  'activated',
];

const UNANSWERED: readonly AccessState[] = ['proposed', 'awaiting_carer'];
/** Tasks that a new invitation answers. */
const SETTLED_BY_NEW: readonly TaskKind[] = [
  'invitation_bounced',
  'invitation_expired',
  'invitation_locked',
  'new_link_requested',
];

/** Invite: e-mail 1 with the unique code, to the address on the carer's record (domain 8.1). */
@Injectable()
export class Invite {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly invitable: InvitableAccounts,
    private readonly accesses: Accesses,
    private readonly people: People,
    private readonly personEmail: PersonEmail,
    private readonly secrets: InvitationSecrets,
    private readonly view: InvitationView,
    private readonly outbox: Outbox,
    private readonly tasks: Tasks,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
    private readonly identifiers: Identifiers,
    private readonly clock: Clock,
  ) {}

  async invite(context: RequestContext, body: CreateInvitation): Promise<Invitation> {
    const carer = await this.people.getVisible(signedInWorker(context), body.carerId);
    const { email } = carer;
    if (email === null) throw personHasNoEmail();
    return this.idempotency.once(context, invitationRoutes.create, body, async () => {
      // Two workers who invite at once would each see no earlier invitation.
      await this.people.lock(carer.id);
      await this.invitable.require(carer, body.accountIds);
      const carried = await this.supersedeEarlier(context, carer, body.accountIds);
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
      firstApprovedBy: null,
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
    await this.record(context, 'invitation.created', id, { accounts: accountIds.length });
    return id;
  }

  /**
   * An invitation that is stuck, or that went to an address since corrected, gives way to the new one, which takes
   * over its names. One that is under way for the same address and a same name is not sent twice.
   */
  private async supersedeEarlier(context: RequestContext, carer: PersonView, accountIds: readonly string[]) {
    const emailIndex = this.personEmail.indexOf(carer.email!);
    const carried: string[] = [];
    for (const invitation of await this.invitations.list({ carerId: carer.id })) {
      const { id, state } = invitation;
      const isUnderWay = UNDER_WAY.includes(state) && invitation.emailIndex === emailIndex;
      const left = await this.accesses.listOfIn(id, isUnderWay ? UNANSWERED : [...UNANSWERED, 'expired']);
      const names = left.map(({ personId }) => personId);
      if (isUnderWay && names.some((name) => accountIds.includes(name))) throw invitationAlreadyOpen();
      if (isUnderWay || !statesBefore('supersede').includes(state)) continue;
      await this.supersede(context, id);
      carried.push(...names);
    }
    return this.invitable.among(carer, carried);
  }

  private async supersede(context: RequestContext, id: string): Promise<void> {
    if (!(await this.invitations.move(id, 'supersede'))) throw stateChanged();
    await this.accesses.moveAllOf(id, 'cancel');
    await this.tasks.completeAbout(id, ...SETTLED_BY_NEW);
    await this.record(context, 'invitation.superseded', id);
  }

  private record(
    context: RequestContext,
    action: string,
    objectId: string,
    detail: AuditedAct['detail'] = {},
  ): Promise<void> {
    return this.audit.record(context, { action, objectType: 'invitation', objectId, detail });
  }
}
