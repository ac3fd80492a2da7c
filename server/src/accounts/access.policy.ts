import type { AccessEntity } from './access.entity.js';

/** States in which the carer may use the account. */
export const USABLE = ['active', 'grace'] as const;

/** Whether the access gives this user the account now: an end date stops it that minute (security-rules 5.10). */
export const isUsable = (access: AccessEntity, userId: string, now: Date): boolean =>
  access.userId === userId &&
  (USABLE as readonly string[]).includes(access.state) &&
  (access.endsAt === null || access.endsAt > now);
