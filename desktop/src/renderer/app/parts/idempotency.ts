import { newIdempotencyKey } from '@cso/client';

/**
 * The key for one act: the same while the same thing is sent again after a failure, so that it takes effect once;
 * a new one as soon as something else is sent (security-rules 8, R4).
 */
export function useIdempotencyKey(): (body: object) => string {
  let sent = '';
  let key = '';
  return (body) => {
    const next = JSON.stringify(body);
    if (next !== sent) {
      sent = next;
      key = newIdempotencyKey();
    }
    return key;
  };
}
