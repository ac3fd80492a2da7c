import { accessRoutes, type Activation, type ActivationOutcome } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Accesses, type AccessEntity } from '../accounts/index.js';
import { AuditTrail } from '../audit/index.js';
import { Database } from '../database/database.js';
import { stateChanged } from '../errors/domain-error.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import { Idempotency } from '../idempotency/index.js';
import { People } from '../people/index.js';
import { ActivationView } from './activation.view.js';
import { FollowNames } from './follow-names.js';
import { GiveApproval } from './give-approval.js';
import { fourEyesNeeded, phoneJustChanged } from './invitation.errors.js';
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
    private readonly approval: GiveApproval,
    private readonly names: FollowNames,
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
      const invitation = await this.reading.getVisible(context, id);
      const waiting = await this.accesses.listOfIn(id, ['awaiting_activation']);
      const approved = waiting.filter((access) => accessIds.includes(access.id));
      if (approved.length < new Set(accessIds).size) throw stateChanged();
      const activation = await this.view.of(context, invitation, waiting);
      if (activation.refusal === 'FOUR_EYES_NEEDED') throw fourEyesNeeded();
      if (activation.refusal === 'PHONE_JUST_CHANGED') throw phoneJustChanged();
      return this.approval.give(context, activation, approved);
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
        await this.audit.record(context, {
          action: 'access.refused',
          objectType: 'access',
          objectId: accessId,
        });
      }
      await this.names.settle(id);
    });
  }
}

const ofInvitation = (accesses: readonly AccessEntity[], id: string): AccessEntity[] =>
  accesses.filter(({ invitationId }) => invitationId === id);
