import { z } from 'zod';
import { AccessState } from '../accounts/access.machine.js';
import { AccountKind } from '../accounts/account.schemas.js';
import { Id, ShortText, Timestamp, listOf } from '../http/values.js';
import { InvitationState } from './invitation.machine.js';

/** How the worker made sure that the caller is the carer (security-rules 5.1); mandatory and audited. */
export const IdentifiedBy = z.enum(['known_number_called_back', 'in_person', 'video']);
export type IdentifiedBy = z.infer<typeof IdentifiedBy>;

/** One name on an invitation: the account and how far the offer of it has come. */
export const InvitedAccess = z.object({
  id: Id,
  accountId: Id,
  name: z.string(),
  kind: AccountKind,
  state: AccessState,
  acceptedAt: Timestamp.nullable(),
  activatedAt: Timestamp.nullable(),
});
export type InvitedAccess = z.infer<typeof InvitedAccess>;

/** How far the carer has come with a sign-in under the invited address. */
const InvitedUser = z.object({ signedUpAt: Timestamp, isPhoneConfirmed: z.boolean() });

/** An invitation as workers see it. The code itself is never here: only the carer has it. */
export const Invitation = z.object({
  id: Id,
  carerId: Id,
  carerName: z.string(),
  email: z.string(),
  state: InvitationState,
  accesses: z.array(InvitedAccess),
  invitedBy: z.string(),
  createdAt: Timestamp,
  codeIssuedAt: Timestamp,
  codeExpiresAt: Timestamp,
  linkExpiresAt: Timestamp.nullable(),
  triesLeft: z.int().min(0),
  resendsLeftToday: z.int().min(0),
  identifiedBy: IdentifiedBy.nullable(),
  confirmedBy: z.string().nullable(),
  confirmedAt: Timestamp.nullable(),
  /** Null also while the code is not confirmed: until then nobody has shown that the address is the carer's. */
  user: InvitedUser.nullable(),
  closedReason: z.string().nullable(),
});
export type Invitation = z.infer<typeof Invitation>;
export const InvitationList = listOf(Invitation);

/** The carer's number on file, in the groups that one reads aloud; null when there is none. */
export const NumberOnFile = z.object({ number: z.string().nullable() });
export type NumberOnFile = z.infer<typeof NumberOnFile>;

export const CreateInvitation = z.strictObject({
  carerId: Id,
  accountIds: z.array(Id).min(1).max(20),
});
export type CreateInvitation = z.infer<typeof CreateInvitation>;

/** `code` as the carer reads it out: XXXX-XXXX, case and separators ignored. */
export const ConfirmInvitationCode = z.strictObject({
  code: z.string().trim().min(1).max(32),
  identifiedBy: IdentifiedBy,
});
export type ConfirmInvitationCode = z.infer<typeof ConfirmInvitationCode>;

export const CancelInvitation = z.strictObject({ reason: ShortText });
export type CancelInvitation = z.infer<typeof CancelInvitation>;

/** The token of e-mail 2's link, from the fragment of the address. */
export const InvitationLink = z.strictObject({ token: z.string().min(1).max(100) });
export type InvitationLink = z.infer<typeof InvitationLink>;

export const InvitationLinkOpened = z.object({ isUsable: z.literal(true) });
export type InvitationLinkOpened = z.infer<typeof InvitationLinkOpened>;

/** One name on the Account Setup screen: the least that tells the carer who is meant (security-rules 5.8). */
export const MyInvitation = z.object({
  accessId: Id,
  name: z.string(),
  kind: AccountKind,
  isOwnAccount: z.boolean(),
  state: AccessState,
  acceptedAt: Timestamp.nullable(),
});
export type MyInvitation = z.infer<typeof MyInvitation>;
export const MyInvitationList = listOf(MyInvitation);

export const AcceptInvitations = z.strictObject({
  accessIds: z.array(Id).min(1).max(50),
  proceed: z.literal('yes'),
  confirmed: z.literal(true),
});
export type AcceptInvitations = z.infer<typeof AcceptInvitations>;

export const DeclineInvitation = z.strictObject({ reason: ShortText.optional() });
export type DeclineInvitation = z.infer<typeof DeclineInvitation>;
