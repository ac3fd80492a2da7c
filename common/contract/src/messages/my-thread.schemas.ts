import { z } from 'zod';
import { Cursor, Id, Timestamp, listOf } from '../http/values.js';
import {
  Message,
  MessageBody,
  Recipient,
  RecipientChoice,
  RecipientCover,
  Subject,
} from './message.schemas.js';

export const RecipientList = listOf(Recipient);

/** A thread as the carer's list shows it. `accountName` is the person; the nickname is the carer's own word for them. */
export const MyThreadSummary = z.object({
  id: Id,
  accountId: Id,
  accountName: z.string(),
  nickname: z.string().nullable(),
  typeName: z.string(),
  subject: z.string(),
  /** The beginning of the newest message, at most 140 characters. */
  excerpt: z.string(),
  lastAuthorName: z.string(),
  lastMessageAt: Timestamp,
  unreadCount: z.int().min(0),
  /** The newest message came from the carer's side: the answer to it is still to come. */
  isWaiting: z.boolean(),
  /** It is the stub of a conversation that goes on in another account. */
  isMoved: z.boolean(),
});
export type MyThreadSummary = z.infer<typeof MyThreadSummary>;
export const MyThreadList = listOf(MyThreadSummary);

/** Why the carer cannot reply here; `null` when they can. There is always another way to write to the team. */
export const ReplyRefusal = z.enum(['access_ended', 'locked', 'moved']);
export type ReplyRefusal = z.infer<typeof ReplyRefusal>;

/** One thread with its newest messages, oldest first; `olderCursor` leads to those before. */
export const MyThread = MyThreadSummary.omit({ excerpt: true, lastAuthorName: true }).extend({
  /** Who has it: a worker's name, or the team's. */
  withWhom: z.string(),
  isPrivate: z.boolean(),
  replyRefusal: ReplyRefusal.nullable(),
  /** Where a moved thread is now; null for one that was not moved, or to an account that the carer cannot see. */
  movedTo: z.object({ threadId: Id, accountId: Id, accountName: z.string() }).nullable(),
  messages: z.array(Message),
  olderCursor: Cursor.optional(),
});
export type MyThread = z.infer<typeof MyThread>;

/** `isPrivate` keeps the thread from the other carers of the household. */
export const StartThread = z.strictObject({
  accountId: Id,
  typeId: Id,
  recipient: RecipientChoice,
  subject: Subject,
  body: MessageBody,
  isPrivate: z.boolean(),
});
export type StartThread = z.infer<typeof StartThread>;

/** `sentTo` names the worker or the team that got it; null when the carer is told 'your fostering team'. */
export const MessageSent = z.object({
  threadId: Id,
  messageId: Id,
  sentTo: z.string().nullable(),
  cover: RecipientCover.nullable(),
});
export type MessageSent = z.infer<typeof MessageSent>;

export const ReplyToThread = z.strictObject({ body: MessageBody });
export type ReplyToThread = z.infer<typeof ReplyToThread>;
