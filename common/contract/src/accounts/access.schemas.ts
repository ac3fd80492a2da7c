import { z } from 'zod';
import { DateOnly, Id, ShortText, Timestamp, listOf } from '../http/values.js';
import { IdentifiedBy } from '../invitations/invitation.schemas.js';
import { AccessState } from './access.machine.js';
import { AccountKind } from './account.schemas.js';

/** The number enrolled at set-up beside the one on the carer's record (security-rules 5.10). */
export const PhoneComparison = z.enum(['match', 'differs', 'not_on_file']);
export type PhoneComparison = z.infer<typeof PhoneComparison>;

/**
 * What a worker sees before activating: what was accepted, by whom, and how identity was checked.
 * A phone that is not the one on file needs two workers for each name; with four eyes on, the inviter is never one of
 * them.
 */
export const Activation = z.object({
  invitationId: Id,
  carerId: Id,
  carerName: z.string(),
  userName: z.string(),
  email: z.string(),
  phone: z.object({ comparison: PhoneComparison, enrolled: z.string(), onFile: z.string().nullable() }),
  identifiedBy: IdentifiedBy,
  invitedBy: z.string(),
  confirmedBy: z.string(),
  confirmedAt: Timestamp,
  acceptedAt: Timestamp,
  needsSecondApprover: z.boolean(),
  /** Why this worker may not activate; null when they may. */
  refusal: z.enum(['FOUR_EYES_NEEDED', 'PHONE_JUST_CHANGED', 'SECOND_APPROVER_NEEDED']).nullable(),
  accesses: z.array(
    z.object({
      id: Id,
      accountId: Id,
      name: z.string(),
      kind: AccountKind,
      placedFrom: DateOnly.nullable(),
      placedTo: DateOnly.nullable(),
      /** Who gave the first of two approvals to this name. */
      firstApprovedBy: z.string().nullable(),
    }),
  ),
});
export type Activation = z.infer<typeof Activation>;
export const ActivationList = listOf(Activation);

/** All names of the activation, or those listed. */
export const ActivateAccess = z.strictObject({ accessIds: z.array(Id).min(1).max(50) });
export type ActivateAccess = z.infer<typeof ActivateAccess>;

/** `needs_second_approver`: the approval of at least one name is kept, and another worker has to give one too. */
export const ActivationOutcome = z.object({ outcome: z.enum(['activated', 'needs_second_approver']) });
export type ActivationOutcome = z.infer<typeof ActivationOutcome>;

export const RefuseActivation = z.strictObject({ accessIds: z.array(Id).min(1).max(50), reason: ShortText });
export type RefuseActivation = z.infer<typeof RefuseActivation>;

/** A user's right to one account, as workers see it. */
export const Access = z.object({
  id: Id,
  accountId: Id,
  accountName: z.string(),
  kind: AccountKind,
  userId: Id.nullable(),
  carerId: Id,
  carerName: z.string(),
  state: AccessState,
  startsAt: Timestamp.nullable(),
  endsAt: Timestamp.nullable(),
});
export type Access = z.infer<typeof Access>;
export const AccessList = listOf(Access);

export const ChangeAccess = z.strictObject({ reason: ShortText });
export type ChangeAccess = z.infer<typeof ChangeAccess>;
