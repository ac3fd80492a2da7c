import type { MessageReadEntity } from './message-read.entity.js';
import type { MessageEntity } from './message.entity.js';

/** Taken back before anybody but its author saw it: for everybody it was never sent (domain 8.5). */
export const isGone = (
  { id, authorId, withdrawnAt }: MessageEntity,
  reads: readonly MessageReadEntity[],
): boolean =>
  withdrawnAt !== null && !reads.some((read) => read.messageId === id && read.readerId !== authorId);
