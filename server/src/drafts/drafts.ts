import type { Draft, DraftSaved, SaveDraft } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AccountHolders } from '../accounts/index.js';
import { notFound } from '../errors/domain-error.js';
import { People } from '../people/index.js';
import { signedInCarer, type RequestContext } from '../request/request-context.js';
import type { DraftEntity } from './draft.entity.js';
import { DraftStore } from './draft-store.js';
import { draftFrozen, tooManyDrafts } from './drafts.errors.js';
import { DraftsRepository } from './drafts.repository.js';

/** More than anybody has begun at once, and few enough that no script fills the disk. */
const MOST_DRAFTS = 100;

/** What carers have typed and not sent. */
@Injectable()
export class Drafts {
  constructor(
    private readonly store: DraftStore,
    private readonly drafts: DraftsRepository,
    private readonly holders: AccountHolders,
    private readonly people: People,
  ) {}

  /** Newest first; those about somebody who was erased are left out. */
  async list(context: RequestContext): Promise<{ items: Draft[] }> {
    const { userId } = signedInCarer(context);
    const drafts = await this.drafts.listOf(userId);
    const people = await this.people.list(drafts.map(({ accountId }) => accountId));
    const usable = new Set((await this.holders.listAccesses(userId)).map(({ personId }) => personId));
    const items = await Promise.all(
      drafts.map(async (draft) => {
        const person = people.get(draft.accountId);
        return person ? [await this.view(draft, person.name, !usable.has(draft.accountId))] : [];
      }),
    );
    return { items: items.flat() };
  }

  async save(context: RequestContext, { place, content, revision }: SaveDraft): Promise<DraftSaved> {
    const { userId } = signedInCarer(context);
    const { dataKeyId } =
      this.holders.findOpened(context, place.accountId) ?? (await this.refuse(userId, place.accountId));
    return this.store.save({ writerId: userId, place, content, revision, dataKeyId }, async () => {
      if ((await this.drafts.count(userId)) >= MOST_DRAFTS) throw tooManyDrafts();
    });
  }

  /** Discarding twice is the same as discarding once. */
  async discard(context: RequestContext, id: string): Promise<void> {
    const draft = await this.drafts.find(id, signedInCarer(context).userId);
    if (draft) await this.drafts.remove(draft.id);
  }

  private async refuse(userId: string, accountId: string): Promise<never> {
    throw (await this.holders.hasHeld(userId, accountId)) ? draftFrozen() : notFound();
  }

  private async view(draft: DraftEntity, accountName: string, isFrozen: boolean): Promise<Draft> {
    const { id, accountId, kind, targetId, revision, savedAt } = draft;
    return {
      id,
      place: { accountId, kind, targetId },
      accountName,
      content: await this.store.open(draft),
      revision,
      savedAt: savedAt.toISOString(),
      isFrozen,
    };
  }
}
