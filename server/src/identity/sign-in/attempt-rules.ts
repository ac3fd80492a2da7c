import type { AttemptBucket } from './attempt-bucket.entity.js';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Security-rules 5.9: failures 1-4 are free, 5-9 delay the next try, the tenth locks. */
const FREE_FAILURES = 4;
const LOCKING_FAILURE = 10;
const FIRST_LOCK_MS = 15 * MINUTE_MS;
const LONGEST_LOCK_MS = 120 * MINUTE_MS;

export type Counters = Omit<AttemptBucket, 'id' | 'subject' | 'version'>;

export type Admission =
  | { readonly verdict: 'wait'; readonly retryAfterMs: number }
  | { readonly verdict: 'locked' }
  | { readonly verdict: 'admitted'; readonly next: Counters };

/** Whether a try is evaluated now. It counts as failed from the start; the right password clears the bucket. */
export function admit(bucket: Counters | null, now: Date): Admission {
  if (bucket?.lockedUntil && bucket.lockedUntil > now) return { verdict: 'locked' };
  if (bucket?.notBefore && bucket.notBefore > now) {
    return { verdict: 'wait', retryAfterMs: bucket.notBefore.getTime() - now.getTime() };
  }
  const failures = (bucket && isRunning(bucket, now) ? bucket.failures : 0) + 1;
  return { verdict: 'admitted', next: afterFailure(bucket, failures, now) };
}

/** A day without a try, or a lock that is over, starts the count anew. */
const isRunning = ({ lockedUntil, lastAttemptAt }: Counters, now: Date): boolean =>
  lockedUntil === null && now.getTime() - lastAttemptAt.getTime() < DAY_MS;

function afterFailure(bucket: Counters | null, failures: number, now: Date): Counters {
  const later = (ms: number) => new Date(now.getTime() + ms);
  const earlierLocks = bucket?.lastLockAt && later(-DAY_MS) < bucket.lastLockAt ? bucket.locks : 0;
  const isLocking = failures >= LOCKING_FAILURE;
  const isDelaying = failures > FREE_FAILURES && !isLocking;
  const lockMs = Math.min(FIRST_LOCK_MS * 2 ** earlierLocks, LONGEST_LOCK_MS);
  return {
    failures,
    notBefore: isDelaying ? later(SECOND_MS * 2 ** (failures - FREE_FAILURES - 1)) : null,
    lockedUntil: isLocking ? later(lockMs) : null,
    lastLockAt: isLocking ? now : (bucket?.lastLockAt ?? null),
    locks: isLocking ? earlierLocks + 1 : earlierLocks,
    lastAttemptAt: now,
  };
}
