import { z } from 'zod';
import { Cursor, DateOnly, Id, Timestamp, listOf } from '../http/values.js';
import { MessageReader } from '../messages/message.schemas.js';

const RecordingText = z.string().trim().max(10_000);

/** The longest span that one recording covers (domain 6, row 2). */
export const RECORDING_DAYS = 7;

/**
 * What a foster carer records (domain 6): what happened, the carer's own view and the child's own words are kept
 * apart, so that nobody takes an opinion for a fact.
 */
export const RecordingContent = z.strictObject({
  facts: RecordingText.min(1),
  opinion: RecordingText,
  childsWords: RecordingText,
});
export type RecordingContent = z.infer<typeof RecordingContent>;

/** A recording about a child. Days in the future, and spans of more than RECORDING_DAYS days, are refused (422). */
export const SendRecording = z.strictObject({
  accountId: Id,
  coversFrom: DateOnly,
  coversTo: DateOnly,
  content: RecordingContent,
});
export type SendRecording = z.infer<typeof SendRecording>;

export const AddToRecording = z.strictObject({ content: RecordingContent });
export type AddToRecording = z.infer<typeof AddToRecording>;

export const RecordingSent = z.object({ recordingId: Id });
export type RecordingSent = z.infer<typeof RecordingSent>;

/** A recording as lists show it; `excerpt` is the beginning of what happened, at most 140 characters. */
export const RecordingSummary = z.object({
  id: Id,
  accountId: Id,
  childName: z.string(),
  authorName: z.string(),
  coversFrom: DateOnly,
  coversTo: DateOnly,
  sentAt: Timestamp,
  /** Whole days between the last day covered and the sending; 0 or 1 is in time. */
  daysLate: z.int().min(0),
  excerpt: z.string(),
  additionCount: z.int().min(0),
  /** With all that was added to it: by the worker who asks; for its author, by any worker. */
  isRead: z.boolean(),
  /** It, or something added to it, waits for a countersign. */
  needsCountersign: z.boolean(),
  countersignedAt: Timestamp.nullable(),
});
export type RecordingSummary = z.infer<typeof RecordingSummary>;
export const RecordingList = listOf(RecordingSummary);

/** What was written later; the recording itself never changes. */
export const Addition = z.object({
  id: Id,
  authorName: z.string(),
  sentAt: Timestamp,
  content: RecordingContent,
  countersignedAt: Timestamp.nullable(),
});
export type Addition = z.infer<typeof Addition>;

export const Recording = RecordingSummary.omit({ excerpt: true, additionCount: true }).extend({
  content: RecordingContent,
  additions: z.array(Addition),
  countersignedBy: z.string().nullable(),
  readBy: z.array(MessageReader),
  /** The message that a worker filed as this recording; null for one that was sent as such. */
  fromThreadId: Id.nullable(),
  canAdd: z.boolean(),
});
export type Recording = z.infer<typeof Recording>;

/** Words to look for, and where; all of it may be left out. A POST, for it may hold a name. */
export const SearchRecordings = z.strictObject({
  text: z.string().trim().max(100).optional(),
  accountId: Id.optional(),
  coversFrom: DateOnly.optional(),
  coversTo: DateOnly.optional(),
  cursor: Cursor.optional(),
});
export type SearchRecordings = z.infer<typeof SearchRecordings>;

/** The children whom a carer has written about, those who have moved on too. */
export const RecordedChildList = listOf(z.object({ accountId: Id, name: z.string() }));

/** The supervising worker's lists. */
export const RecordingView = z.enum(['to_countersign', 'countersigned']);
export type RecordingView = z.infer<typeof RecordingView>;

export const CountersignRecordings = z.strictObject({ recordingIds: z.array(Id).min(1).max(50) });
export type CountersignRecordings = z.infer<typeof CountersignRecordings>;

/** All of the batch, or none: a recording that was countersigned meanwhile makes it 409 STATE_CHANGED. */
export const Countersigned = z.object({ count: z.int().min(1) });
