import { createHash } from 'node:crypto';
import { DraftContent, type DraftPlace, type DraftSaved } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { FieldCipher } from '../crypto/field-cipher.js';
import { Identifiers } from '../crypto/identifiers.js';
import type { DraftEntity } from './draft.entity.js';
import { draftChanged } from './drafts.errors.js';
import { DraftsRepository } from './drafts.repository.js';

const sealPlace = (rowId: string) => ({ table: 'drafts', column: 'content', rowId });

/** The place of one writer: what makes two drafts the same. */
const keyOf = (writerId: string, { accountId, kind, targetId }: DraftPlace): string =>
  createHash('sha256').update([writerId, accountId, kind, targetId].join('|')).digest('hex');

/** What is to be kept: the text of one writer at one place, typed on a revision. */
interface Save {
  readonly writerId: string;
  readonly place: DraftPlace;
  readonly content: DraftContent;
  readonly revision: number;
  /** Of whom it is about. */
  readonly dataKeyId: string;
}

/**
 * Drafts as they lie on the disk, whoever writes them. Saved every two seconds, so it is one short write and no audit
 * row; nothing that was typed is ever refused for its content (domain 9.1).
 */
@Injectable()
export class DraftStore {
  constructor(
    private readonly drafts: DraftsRepository,
    private readonly cipher: FieldCipher,
    private readonly identifiers: Identifiers,
    private readonly clock: Clock,
  ) {}

  find(writerId: string, place: DraftPlace): Promise<DraftEntity | null> {
    return this.drafts.findAt(keyOf(writerId, place));
  }

  async open({ id, content }: DraftEntity): Promise<DraftContent> {
    return DraftContent.parse(JSON.parse(await this.cipher.decryptText(content, sealPlace(id))));
  }

  /** `begin` may refuse a draft where there was none. */
  async save(
    { writerId, place, content, revision, dataKeyId }: Save,
    begin = async () => {},
  ): Promise<DraftSaved> {
    const placeKey = keyOf(writerId, place);
    const present = await this.drafts.findIdAt(placeKey);
    if (!present && revision > 0) throw draftChanged();
    if (!present) await begin();
    const id = present?.id ?? this.identifiers.next();
    const sealed = await this.cipher.encryptText(JSON.stringify(content), sealPlace(id), dataKeyId);
    const kept = { content: sealed, savedAt: this.clock.now() };
    const isSaved = present
      ? await this.drafts.save({ id, revision }, kept)
      : await this.drafts.insert({
          id,
          userId: writerId,
          ...place,
          placeKey,
          revision: 1,
          ...kept,
        });
    if (!isSaved) throw draftChanged();
    return { id, revision: revision + 1, savedAt: kept.savedAt.toISOString() };
  }

  /** Inside the transaction of the send, for one: what was sent is no draft any more. */
  drop(writerId: string, place: DraftPlace): Promise<void> {
    return this.drafts.removeAt(keyOf(writerId, place));
  }
}
