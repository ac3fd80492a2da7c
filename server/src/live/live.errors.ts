import { SECOND_MS } from '../clock/lengths.js';
import { DomainError } from '../errors/domain-error.js';

/** The screens ask every minute instead. */
export const tooManyStreams = () =>
  new DomainError('unavailable', 'TOO_BUSY', { retryAfterMs: 60 * SECOND_MS });
