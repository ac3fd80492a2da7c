import { z } from 'zod';
import { Id, Timestamp } from '../http/values.js';
import { AllocationRole } from '../staff/staff.schemas.js';

/** The line above a thread, sealed at rest. */
export const Subject = z.string().trim().min(1).max(150);

/** Plain text; line breaks are kept, markup is not read. */
export const MessageBody = z.string().trim().min(1).max(10_000);

/**
 * Whom a carer writes to: somebody who looks after the account, or the team. `unsure` lets the names in the subject
 * decide, and sends to the team when they name nobody or more than one (security-rules 5.14).
 */
export const RecipientChoice = z.enum([...AllocationRole.options, 'team', 'unsure']);
export type RecipientChoice = z.infer<typeof RecipientChoice>;

/** The worker is away: who reads for them meanwhile (null: the team), and the day on which they are back. */
export const RecipientCover = z.object({ workerName: z.string().nullable(), backOn: z.iso.date() });
export type RecipientCover = z.infer<typeof RecipientCover>;

/** Who gets what the carer writes, before they write it. Names nobody: the team does. */
export const Recipient = z.object({
  choice: RecipientChoice.exclude(['unsure']),
  workerName: z.string().nullable(),
  teamName: z.string().nullable(),
  cover: RecipientCover.nullable(),
});
export type Recipient = z.infer<typeof Recipient>;

/** Who wrote: somebody of the carer's household, or a worker. */
export const MessageAuthor = z.enum(['carer', 'worker']);
export type MessageAuthor = z.infer<typeof MessageAuthor>;

/** Somebody who has read a message, and when they first did. */
export const MessageReader = z.object({ name: z.string(), readAt: Timestamp });
export type MessageReader = z.infer<typeof MessageReader>;

/**
 * One message. A withdrawn one that nobody had read is not there any more; one that was read stays, struck out.
 * `readBy` names the other side's readers of what one's own side wrote: workers to a carer, carers to a worker.
 */
export const Message = z.object({
  id: Id,
  author: MessageAuthor,
  authorName: z.string(),
  isMine: z.boolean(),
  body: z.string(),
  sentAt: Timestamp,
  withdrawnAt: Timestamp.nullable(),
  readBy: z.array(MessageReader),
});
export type Message = z.infer<typeof Message>;

/** Everything up to this message was seen. */
export const MarkRead = z.strictObject({ upToMessageId: Id });
export type MarkRead = z.infer<typeof MarkRead>;
