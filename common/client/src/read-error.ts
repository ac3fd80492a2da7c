import { ErrorBody } from '@cso/contract';
import { ApiError } from './api-error.js';

/** Why the service refused. A reply that is not ours (a proxy's page, say) counts as UNAVAILABLE. */
export async function readError(response: Response): Promise<ApiError> {
  const body = ErrorBody.safeParse(await response.json().catch(() => null));
  const seconds = Number(response.headers.get('Retry-After'));
  const retryAfterMs = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
  return body.success
    ? ApiError.fromBody(response.status, body.data, retryAfterMs)
    : new ApiError(response.status, 'UNAVAILABLE', {}, null, retryAfterMs);
}
