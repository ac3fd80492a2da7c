import { Permission, permissionsOfRole, type CarerStage, type WorkerStage } from '@cso/contract';
import type { Actor } from '../../request/request-context.js';

/** What a carer may do at each step; every later operation is refused until `signed_in` (security-rules 5.7). */
const permissionsOfCarer: Record<CarerStage, readonly Permission[]> = {
  signed_out: [],
  signing_up: [Permission.SignUp, Permission.KeepSession],
  resetting_password: [Permission.ResetPassword, Permission.KeepSession],
  phone_needed: [Permission.EnrolPhone, Permission.KeepSession],
  // A mistyped number can be given again; the service refuses it once a number is proven.
  phone_check: [
    Permission.VerifyPhone,
    Permission.FollowChallenge,
    Permission.EnrolPhone,
    Permission.KeepSession,
  ],
  signed_in: [
    Permission.UseOwnAccounts,
    Permission.ManageOwnSignIn,
    Permission.FollowChallenge,
    Permission.KeepSession,
  ],
};

const permissionsOfPendingWorker: Record<Exclude<WorkerStage, 'signed_in'>, readonly Permission[]> = {
  signed_out: [],
  resetting_password: [Permission.ResetPassword, Permission.KeepSession],
  totp_enrolment: [Permission.EnrolTotp, Permission.KeepSession],
  totp_check: [Permission.VerifyTotp, Permission.KeepSession],
};

/** What the actor of a request may do at all; which rows is the features' policies' business. */
export function permissionsOf(actor: Actor): readonly Permission[] {
  if (actor.kind === 'carer') return permissionsOfCarer[actor.stage];
  if (actor.kind === 'claimant') return permissionsOfPendingWorker[actor.stage];
  if (actor.kind !== 'worker') return [];
  if (actor.stage !== 'signed_in') return permissionsOfPendingWorker[actor.stage];
  return [...permissionsOfRole[actor.role], Permission.KeepSession];
}
