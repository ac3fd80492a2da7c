import { z } from 'zod';
import { Cursor, DateOnly, Id, ShortText, Timestamp, listOf } from '../http/values.js';
import { Message, MessageBody, Subject } from './message.schemas.js';
import { ThreadState } from './thread.machine.js';

/**
 * The lists of the inbox. `mine`: held by me or addressed to me, or by and to somebody whom I cover, and waiting. `new`: the
 * team's, taken by nobody. `duty`: the team's that nobody has read for a working day, or urgent and untaken.
 */
export const InboxView = z.enum([
  'mine',
  'new',
  'waiting_worker',
  'waiting_carer',
  'snoozed',
  'closed',
  'duty',
]);
export type InboxView = z.infer<typeof InboxView>;

export const InboxThread = z.object({
  id: Id,
  accountId: Id,
  accountName: z.string(),
  carerId: Id,
  carerName: z.string(),
  typeName: z.string(),
  subject: z.string(),
  excerpt: z.string(),
  state: ThreadState,
  /** Whom the carer wrote to; null: the team. */
  addresseeName: z.string().nullable(),
  holderId: Id.nullable(),
  holderName: z.string().nullable(),
  isUrgent: z.boolean(),
  isLocked: z.boolean(),
  isEscalated: z.boolean(),
  /** Messages of the carer's side that no worker has read. */
  unreadCount: z.int().min(0),
  lastMessageAt: Timestamp,
  /** Since when the carer has waited for an answer; null when they do not. */
  waitingSince: Timestamp.nullable(),
  snoozedUntil: DateOnly.nullable(),
});
export type InboxThread = z.infer<typeof InboxThread>;
export const InboxThreadList = listOf(InboxThread);

/** How many threads each list holds. */
export const InboxCounts = z.object({
  mine: z.int().min(0),
  new: z.int().min(0),
  waitingWorker: z.int().min(0),
  duty: z.int().min(0),
  /** Recordings that wait for this worker's countersign. */
  toCountersign: z.int().min(0),
});
export type InboxCounts = z.infer<typeof InboxCounts>;

/** What workers did with a thread, beside writing: who, when, to whom, and why where a reason is asked for. */
export const ThreadEventKind = z.enum([
  'claimed',
  'taken_over',
  'released',
  'redirected',
  'moved',
  'snoozed',
  'closed',
  'reopened',
  'locked',
  'unlocked',
  'filed_as_recording',
  'filed',
]);
export type ThreadEventKind = z.infer<typeof ThreadEventKind>;

export const ThreadEvent = z.object({
  kind: ThreadEventKind,
  byName: z.string(),
  /** The worker, team or account that it went to. */
  toName: z.string().nullable(),
  reason: z.string().nullable(),
  at: Timestamp,
});
export type ThreadEvent = z.infer<typeof ThreadEvent>;

export const WorkerThread = InboxThread.omit({ excerpt: true }).extend({
  isPrivate: z.boolean(),
  /** Set on the stub that a move left behind. */
  movedToThreadId: Id.nullable(),
  messages: z.array(Message),
  /** Oldest first. */
  history: z.array(ThreadEvent),
  olderCursor: Cursor.optional(),
});
export type WorkerThread = z.infer<typeof WorkerThread>;

/**
 * A message from the team to whoever holds the accounts now. Each household gets a thread of its own for each account:
 * nobody sees who else was written to.
 */
export const WriteToCarers = z.strictObject({
  accountIds: z.array(Id).min(1).max(5),
  subject: Subject,
  body: MessageBody,
});
export type WriteToCarers = z.infer<typeof WriteToCarers>;
export const ThreadsStarted = listOf(z.object({ accountId: Id, threadId: Id }));

/** To take a thread over from its holder, name them and say why. */
export const ClaimThread = z.strictObject({
  takeOver: z.strictObject({ fromWorkerId: Id, reason: ShortText }).optional(),
});
export type ClaimThread = z.infer<typeof ClaimThread>;

/** To a worker, or with `workerId` null to a team's queue. */
export const RedirectThread = z.strictObject({
  workerId: Id.nullable(),
  teamId: Id.nullable(),
  reason: ShortText,
});
export type RedirectThread = z.infer<typeof RedirectThread>;

export const ReplyAsWorker = z.strictObject({ body: MessageBody, close: z.boolean() });
export type ReplyAsWorker = z.infer<typeof ReplyAsWorker>;

export const SnoozeThread = z.strictObject({ until: DateOnly });
export type SnoozeThread = z.infer<typeof SnoozeThread>;

export const MoveThread = z.strictObject({ accountId: Id, reason: ShortText });
export type MoveThread = z.infer<typeof MoveThread>;

export const LockThread = z.strictObject({ reason: ShortText });
export type LockThread = z.infer<typeof LockThread>;

/** Files a carer's message as a recording about a child; the message stays as it was sent. */
export const ConvertToRecording = z.strictObject({
  messageId: Id,
  childId: Id,
  coversFrom: DateOnly,
  coversTo: DateOnly,
});
export type ConvertToRecording = z.infer<typeof ConvertToRecording>;

/**
 * The receipt for a copy of the thread that went to somebody's record in the council's own system: the account's or the
 * carer's, with the SHA-256 of the copy and how many messages are in it.
 */
export const FileThread = z.strictObject({
  recordOf: Id,
  messageCount: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type FileThread = z.infer<typeof FileThread>;

/** A ready text for answers; of one team, or with `teamId` null of all. */
export const AnswerTemplate = z.object({
  id: Id,
  teamId: Id.nullable(),
  name: z.string(),
  body: z.string(),
});
export type AnswerTemplate = z.infer<typeof AnswerTemplate>;
export const AnswerTemplateList = listOf(AnswerTemplate);

export const SaveAnswerTemplate = z.strictObject({
  name: z.string().trim().min(1).max(80),
  body: MessageBody,
  isForEveryTeam: z.boolean(),
});
export type SaveAnswerTemplate = z.infer<typeof SaveAnswerTemplate>;
