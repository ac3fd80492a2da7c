import { trackerOrder, type Invitation, type InvitationState } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { signedInWorker, type RequestContext } from '../http/request-context.js';
import { notFound } from '../http/domain-error.js';
import { People } from '../people/index.js';
import type { InvitationEntity } from './invitation.entity.js';
import { InvitationView } from './invitation.view.js';
import { InvitationsRepository } from './invitations.repository.js';

const PAGE = 50;

/** Reading invitations: the tracker and one of them. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly people: People,
    private readonly view: InvitationView,
  ) {}

  /** What needs a worker first, then the newest. */
  async list(
    context: RequestContext,
    query: { state?: InvitationState | undefined; carerId?: string | undefined; cursor?: string | undefined },
  ) {
    const visible = await this.people.listVisible(signedInWorker(context), 'carer');
    const carers = new Set(visible.map(({ id }) => id));
    const { state, carerId } = query;
    const all = await this.invitations.list({ ...(state ? { state } : {}), ...(carerId ? { carerId } : {}) });
    const mine = all.filter((invitation) => carers.has(invitation.carerId)).sort(byNeed);
    const from = Number(query.cursor ?? 0) || 0;
    const items = await Promise.all(
      mine.slice(from, from + PAGE).map((invitation) => this.view.of(invitation)),
    );
    return mine.length > from + PAGE ? { items, nextCursor: String(from + PAGE) } : { items };
  }

  async get(context: RequestContext, id: string): Promise<Invitation> {
    return this.view.of(await this.getVisible(context, id));
  }

  /** The invitation, if this worker's team looks after its carer; else NOT_FOUND (security-rules 5.1). */
  async getVisible(context: RequestContext, id: string): Promise<InvitationEntity> {
    const invitation = await this.invitations.find(id);
    if (!invitation) throw notFound();
    await this.people.getVisible(signedInWorker(context), invitation.carerId);
    return invitation;
  }
}

const byNeed = (a: InvitationEntity, b: InvitationEntity): number =>
  trackerOrder.indexOf(a.state) - trackerOrder.indexOf(b.state);
