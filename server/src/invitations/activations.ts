import { accessRoutes, type Activation, type ActivationOutcome } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Accesses, type AccessEntity } from '../accounts/index.js';
import { AuditTrail } from '../audit/index.js';
import { Database } from '../database/database.js';
import { stateChanged } from '../errors/domain-error.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import { Idempotency } from '../idempotency/index.js';
import { Outbox } from '../notifications/index.js';
import { People } from '../people/index.js';
import { Tasks } from '../tasks/index.js';
import { ActivationView } from './activation.view.js';
import { FollowNames } from './follow-names.js';
import { fourEyesNeeded, secondApproverNeeded } from './invitation.errors.js';
import { InvitationsRepository } from './invitations.repository.js';
import { InvitationsService } from './invitations.service.js';

/** Approve activation: the last step before a carer sees anything of a child (security-rules 5.10). */
@Injectable()
export class Activations {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly reading: InvitationsService,
    private readonly accesses: Accesses,
    private readonly people: People,
    private readonly view: ActivationView,
    private readonly outbox: Outbox,
    private readonly names: FollowNames,
    private readonly tasks: Tasks,
    private readonly idempotency: Idempotency,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /** Longest wait first. */
  async list(context: RequestContext): Promise<{ items: Activation[] }> {
    const visible = await this.people.listVisible(signedInWorker(context), 'carer');
    const carers = new Set(visible.map(({ id }) => id));
    const waiting = (await this.accesses.listWaitingForActivation()).filter(({ carerId }) =>
      carers.has(carerId),
    );
    const invitations = await this.invitations.listIn([
      ...new Set(waiting.map(({ invitationId }) => invitationId)),
    ]);
    const items = await Promise.all(
      invitations.map((invitation) =>
        this.view.of(context, invitation, ofInvitation(waiting, invitation.id)),
      ),
    );
    return { items: items.sort((a, b) => a.acceptedAt.localeCompare(b.acceptedAt)) };
  }

  async activate(
    context: RequestContext,
    id: string,
    accessIds: readonly string[],
  ): Promise<ActivationOutcome> {
    await this.reading.getVisible(context, id);
    return this.idempotency.once(context, accessRoutes.activate, { id, accessIds }, async () => {
      const activation = await this.getWaiting(context, id);
      if (activation.refusal === 'FOUR_EYES_NEEDED') throw fourEyesNeeded();
      if (activation.refusal === 'SECOND_APPROVER_NEEDED') throw secondApproverNeeded();
      return activation.needsSecondApprover && activation.firstApprovedBy === null
        ? this.approveFirst(context, id)
        : this.complete(context, activation, accessIds);
    });
  }

  async refuse(
    context: RequestContext,
    id: string,
    accessIds: readonly string[],
    reason: string,
  ): Promise<void> {
    await this.reading.getVisible(context, id);
    await this.database.transaction(async () => {
      for (const accessId of new Set(accessIds)) {
        if (!(await this.accesses.turnDown(accessId, id, 'refuse', reason))) throw stateChanged();
        await this.record(context, 'access.refused', accessId);
      }
      await this.names.settle(id);
    });
  }

  private async approveFirst(context: RequestContext, id: string): Promise<ActivationOutcome> {
    const { workerId } = signedInWorker(context);
    if (!(await this.invitations.approveFirst(id, workerId))) throw stateChanged();
    const invitation = (await this.invitations.find(id))!;
    await this.tasks.completeAbout(id, 'activation_waiting');
    await this.tasks.add({
      kind: 'second_approval_needed',
      personId: invitation.carerId,
      about: { kind: 'invitation', id },
      teamId: invitation.teamId,
    });
    await this.audit.record(context, {
      action: 'activation.first-approved',
      objectType: 'invitation',
      objectId: id,
    });
    return { outcome: 'needs_second_approver' };
  }

  private async complete(
    context: RequestContext,
    activation: Activation,
    accessIds: readonly string[],
  ): Promise<ActivationOutcome> {
    const id = activation.invitationId;
    for (const accessId of new Set(accessIds)) {
      if (!(await this.accesses.activate(accessId, id))) throw stateChanged();
      await this.record(context, 'access.activated', accessId);
    }
    const { userId } = (await this.accesses.listOf(id)).find(({ state }) => state === 'active')!;
    await this.outbox.mail({
      template: 'activated',
      to: activation.email,
      variables: {},
      about: { kind: 'user', id: userId! },
    });
    await this.names.settle(id);
    return { outcome: 'activated' };
  }

  /** What waits now, read within the transaction of the approval. */
  private async getWaiting(context: RequestContext, id: string): Promise<Activation> {
    const invitation = await this.reading.getVisible(context, id);
    const waiting = await this.accesses.listOfIn(id, ['awaiting_activation']);
    if (waiting.length === 0) throw stateChanged();
    return this.view.of(context, invitation, waiting);
  }

  private record(context: RequestContext, action: string, objectId: string): Promise<void> {
    return this.audit.record(context, { action, objectType: 'access', objectId });
  }
}

const ofInvitation = (accesses: readonly AccessEntity[], id: string): AccessEntity[] =>
  accesses.filter(({ invitationId }) => invitationId === id);
