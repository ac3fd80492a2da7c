import { DomainError } from '../errors/domain-error.js';
import { InvalidInput } from '../errors/invalid-input.js';

export const emailTaken = () =>
  new DomainError('conflict', 'EMAIL_TAKEN', { fields: { email: 'INVALID_EMAIL' } });
export const invalidEmail = () => new InvalidInput({ email: 'INVALID_EMAIL' });
/** For every reason alike: unknown, used, too old. */
export const linkNotUsable = () => new DomainError('conflict', 'LINK_NOT_USABLE');
export const totpAlreadyEnrolled = () => new DomainError('conflict', 'TOTP_ALREADY_ENROLLED');
