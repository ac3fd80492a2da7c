import { z } from 'zod';
import { Id, Timestamp, listOf } from '../http/values.js';
import { RecipientChoice } from '../messages/message.schemas.js';

const DraftText = z.string().max(10_000);

/** What the carer has typed so far: never checked, so that nothing typed is refused. Unused fields are left out. */
export const DraftContent = z.strictObject({
  recipient: RecipientChoice.optional(),
  isPrivate: z.boolean().optional(),
  subject: DraftText.optional(),
  body: DraftText.optional(),
  coversFrom: DraftText.optional(),
  coversTo: DraftText.optional(),
  facts: DraftText.optional(),
  opinion: DraftText.optional(),
  childsWords: DraftText.optional(),
});
export type DraftContent = z.infer<typeof DraftContent>;

/**
 * What a draft is of: a new message of a type, a reply in a thread, or an addition to a recording. Its writer has one of
 * each per account, so that it is found again in the same place.
 */
export const DraftPlace = z.strictObject({
  accountId: Id,
  kind: z.enum(['new', 'reply', 'addition']),
  /** The message type's id of a new message, the thread's of a reply, the recording's of an addition. */
  targetId: Id,
});
export type DraftPlace = z.infer<typeof DraftPlace>;

/**
 * `revision` starts at 1 and goes up with each save. A draft is frozen while
 * its carer may not use the account: it can be read and copied, and is not saved (domain 8.2).
 */
export const Draft = z.object({
  id: Id,
  place: DraftPlace,
  accountName: z.string(),
  content: DraftContent,
  revision: z.int().min(1),
  savedAt: Timestamp,
  isFrozen: z.boolean(),
});
export type Draft = z.infer<typeof Draft>;
export const DraftList = listOf(Draft);

/**
 * `revision` is the one that this text was typed on, 0 for a first save. When the draft was changed elsewhere since
 * (409 DRAFT_CHANGED) the screen loads the other text and shows both.
 */
export const SaveDraft = z.strictObject({
  place: DraftPlace,
  content: DraftContent,
  revision: z.int().min(0),
});
export type SaveDraft = z.infer<typeof SaveDraft>;

export const DraftSaved = z.object({ id: Id, revision: z.int().min(1), savedAt: Timestamp });
export type DraftSaved = z.infer<typeof DraftSaved>;

/** What a worker has begun to answer in a thread; null when nothing is begun. */
export const AnswerDraft = z.object({
  draft: DraftSaved.extend({ body: z.string() }).nullable(),
});
export type AnswerDraft = z.infer<typeof AnswerDraft>;

/** `revision` as in `SaveDraft`. */
export const SaveAnswerDraft = z.strictObject({ body: DraftText, revision: z.int().min(0) });
export type SaveAnswerDraft = z.infer<typeof SaveAnswerDraft>;
