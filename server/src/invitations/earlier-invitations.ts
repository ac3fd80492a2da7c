import { canMove, type AccessState, type InvitationState, type TaskKind } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Accesses, type AccessEntity } from '../accounts/index.js';
import { AuditTrail } from '../audit/index.js';
import { stateChanged } from '../errors/domain-error.js';
import { PersonEmail, type PersonView } from '../people/index.js';
import type { RequestContext } from '../request/request-context.js';
import { Tasks } from '../tasks/index.js';
import { InvitableAccounts } from './invitable-accounts.js';
import type { InvitationEntity } from './invitation.entity.js';
import { invitationAlreadyOpen } from './invitation.errors.js';
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
  'invitation_readdressed',
  'new_link_requested',
];

/**
 * An invitation that is stuck, or that went to an address since corrected, gives way to a new one, which takes over its
 * names. One that is under way for the same address and a same name is not sent twice.
 */
@Injectable()
export class EarlierInvitations {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly invitable: InvitableAccounts,
    private readonly accesses: Accesses,
    private readonly personEmail: PersonEmail,
    private readonly tasks: Tasks,
    private readonly audit: AuditTrail,
  ) {}

  /** The accounts to carry over to the new invitation. Call it inside its transaction, with the carer locked. */
  async giveWay(
    context: RequestContext,
    carer: PersonView,
    accountIds: readonly string[],
  ): Promise<string[]> {
    const emailIndex = this.personEmail.indexOf(carer.email!);
    const [underWay, carried] = [new Set<string>(), new Set<string>()];
    for (const invitation of await this.invitations.list({ carerId: carer.id })) {
      const isUnderWay = UNDER_WAY.includes(invitation.state) && invitation.emailIndex === emailIndex;
      const names = isUnderWay
        ? await this.accesses.listOfIn(invitation.id, UNANSWERED)
        : await this.supersede(context, invitation);
      for (const { personId } of names) (isUnderWay ? underWay : carried).add(personId);
    }
    if (accountIds.some((id) => underWay.has(id))) throw invitationAlreadyOpen();
    return this.invitable.among(
      carer,
      [...carried].filter((id) => !underWay.has(id)),
    );
  }

  /** The names that it gives up; none, when it was answered or cancelled. It may be superseded already. */
  private async supersede(
    context: RequestContext,
    { id, state }: InvitationEntity,
  ): Promise<readonly AccessEntity[]> {
    await this.tasks.completeAbout(id, ...SETTLED_BY_NEW);
    if (state !== 'superseded' && !canMove(state, 'supersede')) return [];
    const names = await this.accesses.listOfIn(id, [...UNANSWERED, 'expired']);
    await this.accesses.moveAllOf(id, 'cancel');
    if (state === 'superseded') return names;
    if (!(await this.invitations.move(id, 'supersede'))) throw stateChanged();
    await this.audit.record(context, {
      action: 'invitation.superseded',
      objectType: 'invitation',
      objectId: id,
    });
    return names;
  }
}
