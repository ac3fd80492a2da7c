import { z } from 'zod';
import { DateOnly, Id, listOf } from '../http/values.js';

/** Somebody reads for a worker who is away, from the first day to the last. */
export const Cover = z.object({
  id: Id,
  workerId: Id,
  workerName: z.string(),
  coverId: Id,
  coverName: z.string(),
  startsOn: DateOnly,
  endsOn: DateOnly,
});
export type Cover = z.infer<typeof Cover>;
export const CoverList = listOf(Cover);

/** For `workerId`, or for oneself when it is left out. A chain that leads back is refused: 422 COVER_LOOPS. */
export const SetCover = z.strictObject({
  workerId: Id.optional(),
  coverId: Id,
  startsOn: DateOnly,
  endsOn: DateOnly,
});
export type SetCover = z.infer<typeof SetCover>;
