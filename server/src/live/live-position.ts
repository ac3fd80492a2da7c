import { HOUR_MS, SECOND_MS } from '../clock/lengths.js';

/** How long hints are kept for those who lost their stream. */
export const KEPT_MS = HOUR_MS;

/**
 * How long a row may stay unseen after its id was made: a long transaction, and the clocks of two processes that
 * differ. Whoever reads begins this much earlier, so that a late commit is not passed over.
 */
export const OVERLAP_MS = 30 * SECOND_MS;

const VERSION_7 = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Since when somebody who has seen everything up to `lastEventId` must be told, or null when that cannot be known any
 * more. Of the id only its time counts, so it may also be one that stands for no event.
 */
export function resumeFrom(lastEventId: string, now: Date): Date | null {
  const [, high, low] = VERSION_7.exec(lastEventId) ?? [];
  if (high === undefined || low === undefined) return null;
  const since = parseInt(high + low, 16) - OVERLAP_MS;
  const isKept = since >= now.getTime() - KEPT_MS && since <= now.getTime();
  return isKept ? new Date(since) : null;
}
