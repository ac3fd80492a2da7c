import { DomainError } from '../errors/domain-error.js';

/** Where the page of this cursor starts. One that we never gave is refused: a database would stumble over it. */
export function pageStart(cursor: string | undefined): number {
  const start = Number(cursor ?? 0);
  if (Number.isSafeInteger(start) && start >= 0) return start;
  throw new DomainError('invalid', 'INVALID_INPUT', { fields: { cursor: 'INVALID' } });
}

/** The cursor of the page after this one, or nothing on the last. */
export const nextPage = (start: number, size: number, isMore: boolean): { nextCursor?: string } =>
  isMore ? { nextCursor: String(start + size) } : {};
