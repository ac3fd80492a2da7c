import { notSignedIn } from '../../errors/domain-error.js';
import type { RequestContext } from '../../request/request-context.js';

/** The worker of a request who has given the password; throws NOT_SIGNED_IN. */
export function pendingWorkerId({ actor }: RequestContext): string {
  if (actor.kind !== 'worker') throw notSignedIn();
  return actor.workerId;
}
