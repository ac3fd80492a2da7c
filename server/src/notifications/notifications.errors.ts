import { DomainError } from '../errors/domain-error.js';

/** One answer for a missing, wrong or old signature. */
export const badSignature = () => new DomainError('unauthenticated', 'AUTH_FAILED');
export const malformedReport = () => new DomainError('invalid', 'INVALID_INPUT');
