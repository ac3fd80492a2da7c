import { ApiError } from '@cso/client';

/** The service has answered no to a link, as opposed to not at all, too busy or too often. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof ApiError && error.status < 500 && error.status !== 429;
