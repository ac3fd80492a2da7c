import type { Activation, ActivationOutcome } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Accesses, type AccessEntity } from '../accounts/index.js';
import { AuditTrail } from '../audit/index.js';
import { stateChanged } from '../errors/domain-error.js';
import { Outbox } from '../notifications/index.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import { Tasks } from '../tasks/index.js';
import { approvalOf } from './activation.policy.js';
import { FollowNames } from './follow-names.js';
import { secondApproverNeeded } from './invitation.errors.js';
import { InvitationsRepository } from './invitations.repository.js';

type Given = ReturnType<typeof approvalOf>;

/**
 * One worker's approval of the names that they saw. Each name counts its own approvals, so that one accepted later does
 * not slip in under an approval of the others (security-rules 5.10).
 */
@Injectable()
export class GiveApproval {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly accesses: Accesses,
    private readonly names: FollowNames,
    private readonly outbox: Outbox,
    private readonly tasks: Tasks,
    private readonly audit: AuditTrail,
  ) {}

  /** All of it or nothing: inside the caller's transaction, with the activation as it was read in it. */
  async give(
    context: RequestContext,
    activation: Activation,
    accesses: readonly AccessEntity[],
  ): Promise<ActivationOutcome> {
    const given: Given[] = [];
    for (const access of accesses) given.push(await this.approve(context, activation, access));
    if (given.every((kind) => kind === 'repeated')) throw secondApproverNeeded();
    if (given.includes('first')) await this.askForSecond(activation.invitationId);
    if (given.includes('last')) await this.tellCarer(activation, accesses[0]!.userId!);
    await this.names.settle(activation.invitationId);
    return { outcome: given.every((kind) => kind === 'last') ? 'activated' : 'needs_second_approver' };
  }

  private async approve(
    context: RequestContext,
    activation: Activation,
    access: AccessEntity,
  ): Promise<Given> {
    const { workerId } = signedInWorker(context);
    const kind = approvalOf(activation, access.firstApprovedBy, workerId);
    if (kind === 'repeated') return kind;
    const isInTime =
      kind === 'first'
        ? await this.accesses.approveFirst(access, workerId)
        : await this.accesses.activate(access);
    if (!isInTime) throw stateChanged();
    await this.audit.record(context, {
      action: kind === 'first' ? 'access.first-approved' : 'access.activated',
      objectType: 'access',
      objectId: access.id,
    });
    return kind;
  }

  private async askForSecond(invitationId: string): Promise<void> {
    const { carerId, teamId } = (await this.invitations.find(invitationId))!;
    const about = { kind: 'invitation', id: invitationId } as const;
    await this.tasks.add({ kind: 'second_approval_needed', personId: carerId, about, teamId });
  }

  /** The user exists by now: should the mail come back, it is their contact that is wrong. */
  private async tellCarer({ email }: Activation, userId: string): Promise<void> {
    const about = { kind: 'user', id: userId } as const;
    await this.outbox.mail({ template: 'activated', to: email, variables: {}, about });
  }
}
