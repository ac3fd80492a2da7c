import { DomainError } from '../errors/domain-error.js';

/** The text was changed on another device or in another tab since this one was loaded. */
export const draftChanged = () => new DomainError('conflict', 'DRAFT_CHANGED');
/** The access has ended: what was written stays to be copied, and nothing is added. */
export const draftFrozen = () => new DomainError('conflict', 'DRAFT_FROZEN');
export const tooManyDrafts = () => new DomainError('too-many', 'TOO_MANY_SENDS', { retryAfterMs: 60_000 });
