import type { ReplyRefusal } from '@cso/contract';
import type { ThreadEntity } from './thread.entity.js';

/** Every message was taken back before anybody read it: for everybody the thread was never begun. */
export const isEmpty = ({ id, lastMessageId }: ThreadEntity): boolean => id === lastMessageId;

/** Why a carer cannot reply in a thread; null when they can. Whose access ended is told nothing else about it. */
export function replyRefusalOf(
  { movedToThreadId, lockedAt }: ThreadEntity,
  mayUseAccount: boolean,
): ReplyRefusal | null {
  if (!mayUseAccount) return 'access_ended';
  if (movedToThreadId !== null) return 'moved';
  return lockedAt === null ? null : 'locked';
}
