import { trackerOrder, type Invitation, type InvitationState } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { nextPage, pageStart } from '../http/paging.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import { notFound } from '../errors/domain-error.js';
import { People, PersonEmail } from '../people/index.js';
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
    private readonly personEmail: PersonEmail,
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
    const start = pageStart(query.cursor);
    const items = await Promise.all(
      mine.slice(start, start + PAGE).map((invitation) => this.view.of(invitation)),
    );
    return { items, ...nextPage(start, PAGE, mine.length > start + PAGE) };
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

  /** Once the address on the carer's record has changed, the old one may be a stranger's (domain 8.1). */
  async isForAddressOnFile({ carerId, emailIndex }: InvitationEntity): Promise<boolean> {
    const { email } = await this.people.get(carerId);
    return email !== null && this.personEmail.indexOf(email) === emailIndex;
  }
}

const byNeed = (a: InvitationEntity, b: InvitationEntity): number =>
  trackerOrder.indexOf(a.state) - trackerOrder.indexOf(b.state);
