import { z } from 'zod';
import { Id, ShortText, Timestamp, listOf } from '../http/values.js';

/** What a worker is told: wherever the service has something for a worker to do, it is one of these. */
export const TaskKind = z.enum([
  'activation_waiting',
  'second_approval_needed',
  'invitation_bounced',
  'invitation_expired',
  'invitation_locked',
  'invitation_readdressed',
  'invitation_declined',
  'unexpected_invitation_reported',
  'new_link_requested',
  'wrong_address_used',
  'call_denied',
  'sign_in_locked',
  'phone_moved',
  'contact_bounced',
  'message_unread',
  'message_escalated',
  'nobody_allocated',
]);
export type TaskKind = z.infer<typeof TaskKind>;

export const TaskState = z.enum(['open', 'claimed', 'done']);
export type TaskState = z.infer<typeof TaskState>;

/** What a task leads to, apart from the person. */
export const TaskAbout = z.object({ kind: z.enum(['invitation', 'thread', 'recording', 'user']), id: Id });
export type TaskAbout = z.infer<typeof TaskAbout>;

/** A task in somebody's or the team's list. `personId` is whom it is about. */
export const Task = z.object({
  id: Id,
  kind: TaskKind,
  state: TaskState,
  personId: Id.nullable(),
  personName: z.string().nullable(),
  about: TaskAbout.nullable(),
  isUrgent: z.boolean(),
  assigneeId: Id.nullable(),
  assigneeName: z.string().nullable(),
  createdAt: Timestamp,
  doneAt: Timestamp.nullable(),
});
export type Task = z.infer<typeof Task>;
export const TaskList = listOf(Task);

/** My tasks: claimed by me. Available: the team's, claimed by nobody. Done: the team's, newest first. */
export const TaskView = z.enum(['mine', 'available', 'done']);
export type TaskView = z.infer<typeof TaskView>;

const TaskCount = z.object({ all: z.int().min(0), urgent: z.int().min(0) });

/** How many tasks stand in the views that wait for a worker, and how many of those are urgent. */
export const TaskCounts = z.object({ mine: TaskCount, available: TaskCount });
export type TaskCounts = z.infer<typeof TaskCounts>;

export const CompleteTask = z.strictObject({ note: ShortText.optional() });
export type CompleteTask = z.infer<typeof CompleteTask>;
