import type { FieldCode } from '@cso/contract';
import { DomainError } from '../errors/domain-error.js';
import { InvalidInput } from '../errors/invalid-input.js';

/** Before identity is proven there is one answer for wrong, expired, used and locked (security-rules 4). */
export const authFailed = () => new DomainError('unauthenticated', 'AUTH_FAILED');
export const tooManyTries = (retryAfterMs: number) =>
  new DomainError('too-many', 'TOO_MANY_TRIES', { retryAfterMs });
export const tooManySends = (retryAfterMs: number) =>
  new DomainError('too-many', 'TOO_MANY_SENDS', { retryAfterMs });
export const invalidEmail = () => new InvalidInput({ email: 'INVALID_EMAIL' });
export const emailNotVerified = () => new DomainError('conflict', 'EMAIL_NOT_VERIFIED');
export const emailTaken = () => new DomainError('conflict', 'EMAIL_TAKEN');
export const passwordRefused = (fields: Record<string, FieldCode>) =>
  new DomainError('invalid', 'PASSWORD_REFUSED', { fields });
export const phoneRefused = (number: FieldCode) =>
  new DomainError('invalid', 'PHONE_REFUSED', { fields: { number } });
export const phoneInUseTooOften = () => new DomainError('conflict', 'PHONE_IN_USE_TOO_OFTEN');
export const phoneMoved = () => new DomainError('conflict', 'PHONE_MOVED');
export const stepUpNeeded = () => new DomainError('forbidden', 'STEP_UP_NEEDED');
export const codeNotAccepted = () =>
  new DomainError('invalid', 'CODE_NOT_ACCEPTED', { fields: { code: 'INVALID_CODE' } });
export const challengeExpired = () => new DomainError('conflict', 'CHALLENGE_EXPIRED');
export const challengeLocked = () => new DomainError('conflict', 'CHALLENGE_LOCKED');
export const callNotConfirmed = () => new DomainError('conflict', 'CALL_NOT_CONFIRMED');
/** `retryAfterMs` is absent when only a worker can lift the lock. */
export const stepLocked = (retryAfterMs?: number) =>
  new DomainError('conflict', 'STEP_LOCKED', retryAfterMs === undefined ? {} : { retryAfterMs });
export const totpNotEnrolled = () => new DomainError('conflict', 'TOTP_NOT_ENROLLED');
