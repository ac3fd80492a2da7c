import type { ErrorBody, ErrorCode, FieldCode } from '@cso/contract';

/**
 * The service refused or failed. `code` says why (screens switch on it); `fields` says which field of the body,
 * by its path; `retryAfterMs` is how long to wait, when the service said so.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly code: ErrorCode,
    readonly fields: Readonly<Record<string, FieldCode>>,
    readonly requestId: string | null,
    readonly retryAfterMs: number | null,
  ) {
    super(`${status} ${code}`);
  }

  static fromBody(status: number, body: ErrorBody, retryAfterMs: number | null): ApiError {
    return new ApiError(status, body.code, body.fields ?? {}, body.requestId, retryAfterMs);
  }
}

/** No answer came: offline, the service is down, or the request was cut. Nothing is known of its effect. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}
