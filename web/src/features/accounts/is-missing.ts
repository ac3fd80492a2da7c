import { ApiError } from '@cso/client';

/** An id that is none gets the same answer as one that is somebody else's. */
export const isMissing = (error: unknown): boolean =>
  error instanceof ApiError && ['NOT_FOUND', 'INVALID_INPUT', 'NOT_ALLOWED'].includes(error.code);
