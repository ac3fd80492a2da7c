import type { ErrorCode, FieldCode } from '@cso/contract';

/** What kind of refusal it is; the error filter maps it to a status. */
export type DomainErrorKind =
  | 'not-found'
  | 'conflict'
  | 'forbidden'
  | 'malformed'
  | 'invalid'
  | 'unauthenticated'
  | 'too-many'
  | 'unavailable';

interface Details {
  readonly fields?: Readonly<Record<string, FieldCode>>;
  readonly retryAfterMs?: number;
}

/** A rule of the product says no. `code` tells the screen why; it never carries names or free text. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly kind: DomainErrorKind,
    readonly code: ErrorCode,
    readonly details: Details = {},
  ) {
    super(code);
  }
}

/** The same for an id that does not exist and one that the actor may not see (architecture: Access). */
export const notFound = () => new DomainError('not-found', 'NOT_FOUND');
/** Somebody else was quicker: the row is no longer in the state that the act needs. */
export const stateChanged = () => new DomainError('conflict', 'STATE_CHANGED');
export const notSignedIn = () => new DomainError('unauthenticated', 'NOT_SIGNED_IN');
export const notAllowed = () => new DomainError('forbidden', 'NOT_ALLOWED');
