import { DomainError } from '../errors/domain-error.js';
import { InvalidInput } from '../errors/invalid-input.js';

export const emailTaken = () =>
  new DomainError('conflict', 'EMAIL_TAKEN', { fields: { email: 'INVALID_EMAIL' } });
export const invalidEmail = () => new InvalidInput({ email: 'INVALID_EMAIL' });
/** For every reason alike: unknown, used, too old. */
export const linkNotUsable = () => new DomainError('conflict', 'LINK_NOT_USABLE');
export const totpAlreadyEnrolled = () => new DomainError('conflict', 'TOTP_ALREADY_ENROLLED');
/** The chain of covers would lead back to the worker who is away. */
export const coverLoops = () => new DomainError('invalid', 'COVER_LOOPS');
/** The worker has a cover on one of the days already. */
export const coverOverlaps = () => new DomainError('conflict', 'COVER_OVERLAPS');
export const invalidCover = (field: string, code: 'INVALID' | 'INVALID_DATE') =>
  new InvalidInput({ [field]: code });
