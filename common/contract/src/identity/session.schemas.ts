import { z } from 'zod';
import { NamePart } from '../http/values.js';

/**
 * How far a carer has come. `phone_needed`: has a password, no phone yet. `phone_check`: must prove the phone.
 * The server refuses every later operation until `signed_in` (security-rules 5.7).
 */
export const CarerStage = z.enum([
  'signed_out',
  'signing_up',
  'resetting_password',
  'phone_needed',
  'phone_check',
  'signed_in',
]);
export type CarerStage = z.infer<typeof CarerStage>;

/**
 * What the 15-minute time-out needs (security-rules 5.11), in milliseconds from the moment of the reply.
 * The warning is due when `idleRemainingMs` has fallen to `warnAtMs` (5 minutes).
 */
export const SessionTimes = z.object({
  idleRemainingMs: z.int().min(0),
  absoluteRemainingMs: z.int().min(0),
  warnAtMs: z.int().min(0),
});
export type SessionTimes = z.infer<typeof SessionTimes>;

/** Why the phone is checked: to set it up, once more to verify it (first set-up only), or to sign in. */
export const PhoneCheckReason = z.enum(['set_up', 'verify', 'sign_in']);
export type PhoneCheckReason = z.infer<typeof PhoneCheckReason>;

/**
 * The carer's own sign-in as the portal needs it. `canText` is false for a landline: only Call Me is offered. It stands
 * beside `firstName` when signed in, for the phone may have to be proven once more.
 * `needsUnlock` is told after the password: only a worker can let this person go on (security-rules 4, 5.5, 5.6).
 * `signUp` is there while signing up; `isEmailVerified` while the address still counts as proven (security-rules 5.3).
 */
export const CarerSession = z.object({
  stage: CarerStage,
  times: SessionTimes.optional(),
  firstName: z.string().optional(),
  canText: z.boolean().optional(),
  signUp: z.object({ isEmailVerified: z.boolean() }).optional(),
  phoneCheck: z.object({ reason: PhoneCheckReason, canText: z.boolean() }).optional(),
  needsUnlock: z.boolean().optional(),
  hasOpenInvitations: z.boolean().optional(),
});
export type CarerSession = z.infer<typeof CarerSession>;

/** The person's name as given at sign-up. */
export const UserName = z.strictObject({ firstName: NamePart, lastName: NamePart });
export type UserName = z.infer<typeof UserName>;
