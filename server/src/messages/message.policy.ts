import type { MessageReadEntity } from './message-read.entity.js';
import type { MessageEntity } from './message.entity.js';

/** Whether somebody beside its author has read the message. */
export const isSeen = (
  { id, authorId }: Pick<MessageEntity, 'id' | 'authorId'>,
  reads: readonly MessageReadEntity[],
): boolean => reads.some(({ messageId, readerId }) => messageId === id && readerId !== authorId);

/** Taken back before anybody but its author saw it: for everybody it was never sent (domain 8.5). */
export const isGone = (message: MessageEntity, reads: readonly MessageReadEntity[]): boolean =>
  message.withdrawnAt !== null && !isSeen(message, reads);
