import { createHash } from 'node:crypto';
import { DraftContent, type Draft, type DraftPlace, type DraftSaved, type SaveDraft } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AccountHolders } from '../accounts/index.js';
import { Clock } from '../clock/clock.js';
import { FieldCipher } from '../crypto/field-cipher.js';
import { Identifiers } from '../crypto/identifiers.js';
import { notFound } from '../errors/domain-error.js';
import { People } from '../people/index.js';
import { signedInCarer, type RequestContext } from '../request/request-context.js';
import type { DraftEntity } from './draft.entity.js';
import { draftChanged, draftFrozen, tooManyDrafts } from './drafts.errors.js';
import { DraftsRepository } from './drafts.repository.js';

/** More than anybody has begun at once, and few enough that no script fills the disk. */
const MOST_DRAFTS = 100;

const sealPlace = (rowId: string) => ({ table: 'drafts', column: 'content', rowId });

/** The place of one user: what makes two drafts the same. */
const keyOf = (userId: string, { accountId, kind, targetId }: DraftPlace): string =>
  createHash('sha256').update([userId, accountId, kind, targetId].join('|')).digest('hex');

/**
 * What carers have typed and not sent. Saved every two seconds, so it is one short write and no audit row; nothing that
 * was typed is ever refused for its content (domain 9.1).
 */
@Injectable()
export class Drafts {
  constructor(
    private readonly drafts: DraftsRepository,
    private readonly holders: AccountHolders,
    private readonly people: People,
    private readonly cipher: FieldCipher,
    private readonly identifiers: Identifiers,
    private readonly clock: Clock,
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
    const savedAt = this.clock.now();
    const placeKey = keyOf(userId, place);
    const present = await this.drafts.findAt(placeKey);
    if (!present && revision > 0) throw draftChanged();
    const id = present?.id ?? this.identifiers.next();
    const sealed = await this.cipher.encryptText(JSON.stringify(content), sealPlace(id), dataKeyId);
    const isSaved = present
      ? await this.drafts.save({ id, revision }, { content: sealed, savedAt })
      : await this.begin({ id, userId, ...place, placeKey, content: sealed, revision: 1, savedAt });
    if (!isSaved) throw draftChanged();
    return { id, revision: revision + 1, savedAt: savedAt.toISOString() };
  }

  /** Discarding twice is the same as discarding once. */
  async discard(context: RequestContext, id: string): Promise<void> {
    const draft = await this.drafts.find(id, signedInCarer(context).userId);
    if (draft) await this.drafts.remove(draft.id);
  }

  /** Inside the transaction of the send: what was sent is no draft any more. */
  dropSent(userId: string, place: DraftPlace): Promise<void> {
    return this.drafts.removeAt(keyOf(userId, place));
  }

  private async begin(draft: DraftEntity): Promise<boolean> {
    if ((await this.drafts.count(draft.userId)) >= MOST_DRAFTS) throw tooManyDrafts();
    return this.drafts.insert(draft);
  }

  private async refuse(userId: string, accountId: string): Promise<never> {
    throw (await this.holders.hasHeld(userId, accountId)) ? draftFrozen() : notFound();
  }

  private async view(draft: DraftEntity, accountName: string, isFrozen: boolean): Promise<Draft> {
    const { id, accountId, kind, targetId, revision, savedAt } = draft;
    const content = await this.cipher.decryptText(draft.content, sealPlace(id));
    return {
      id,
      place: { accountId, kind, targetId },
      accountName,
      content: DraftContent.parse(JSON.parse(content)),
      revision,
      savedAt: savedAt.toISOString(),
      isFrozen,
    };
  }
}
