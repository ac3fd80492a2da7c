import type { SessionTimes } from '@cso/contract';
import type { SessionStage } from './session.entity.js';

const MINUTE_MS = 60_000;

/** Without activity a session ends after 15 minutes; the warning comes 5 minutes before (security-rules 5.11). */
export const IDLE_MS = 15 * MINUTE_MS;
const WARN_AT_MS = 5 * MINUTE_MS;

/** A verified address counts for this long (security-rules 5.3). */
const EMAIL_VERIFIED_MS = 30 * MINUTE_MS;

/** How long a session lasts at most, by stage: 8 hours signed in, 10 minutes after a password (5.9, 5.11). */
export const lifeOfStageMs: Record<SessionStage, number> = {
  signing_up: 60 * MINUTE_MS,
  resetting_password: 30 * MINUTE_MS,
  // Finding the phone and typing its number takes longer than a code that is on its way.
  phone_needed: 30 * MINUTE_MS,
  phone_check: 10 * MINUTE_MS,
  totp_enrolment: 10 * MINUTE_MS,
  totp_check: 10 * MINUTE_MS,
  signed_in: 8 * 60 * MINUTE_MS,
};

interface Ends {
  readonly lastActivityAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** Neither logged out nor idle for 900 s nor too old. */
export function isLive({ lastActivityAt, expiresAt, revokedAt }: Ends, now: Date): boolean {
  if (revokedAt !== null) return false;
  return now < expiresAt && now.getTime() - lastActivityAt.getTime() < IDLE_MS;
}

/** What the page counts down from. */
export function timesOf({ lastActivityAt, expiresAt }: Omit<Ends, 'revokedAt'>, now: Date): SessionTimes {
  return {
    idleRemainingMs: Math.max(0, lastActivityAt.getTime() + IDLE_MS - now.getTime()),
    absoluteRemainingMs: Math.max(0, expiresAt.getTime() - now.getTime()),
    warnAtMs: WARN_AT_MS,
  };
}

/** The address was proven in this browser, not too long ago. */
export const isEmailVerified = ({ emailVerifiedAt }: { emailVerifiedAt: Date | null }, now: Date): boolean =>
  emailVerifiedAt !== null && now.getTime() - emailVerifiedAt.getTime() < EMAIL_VERIFIED_MS;
