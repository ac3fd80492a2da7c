import { z } from 'zod';
import { EmailAddress, Id, NamePart, listOf } from '../http/values.js';
import { WorkerRole } from '../permissions.js';

/** As what a worker looks after a person. */
export const AllocationRole = z.enum(['childs_worker', 'supervising_worker']);
export type AllocationRole = z.infer<typeof AllocationRole>;

export const Worker = z.object({
  id: Id,
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  role: WorkerRole,
  teamId: Id.nullable(),
  teamName: z.string().nullable(),
  isActive: z.boolean(),
});
export type Worker = z.infer<typeof Worker>;
export const WorkerList = listOf(Worker);

export const CreateWorker = z.strictObject({
  firstName: NamePart,
  lastName: NamePart,
  email: EmailAddress,
  role: WorkerRole,
  teamId: Id.nullable(),
});
export type CreateWorker = z.infer<typeof CreateWorker>;

/** The set-password link: give it to the worker by a safe way. It works once and for a day. */
export const WorkerCreated = z.object({ worker: Worker, setPasswordLink: z.string() });
export type WorkerCreated = z.infer<typeof WorkerCreated>;

export const Team = z.object({ id: Id, name: z.string() });
export type Team = z.infer<typeof Team>;
export const TeamList = listOf(Team);
