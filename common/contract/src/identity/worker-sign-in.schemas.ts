import { z } from 'zod';
import { EmailAddress, Id, SixDigitCode } from '../http/values.js';
import { Permission, WorkerRole } from '../permissions.js';
import { SessionTimes } from './session.schemas.js';
import { NewPassword } from './sign-up.schemas.js';

/** How far a worker's sign-in has come: the authenticator app comes after the password, every time. */
export const WorkerStage = z.enum([
  'signed_out',
  'resetting_password',
  'totp_enrolment',
  'totp_check',
  'signed_in',
]);
export type WorkerStage = z.infer<typeof WorkerStage>;

/** The signed-in worker as the app needs it: what the role permits decides which parts of the app are shown. */
export const WorkerSession = z.object({
  stage: WorkerStage,
  times: SessionTimes.optional(),
  worker: z
    .object({
      id: Id,
      name: z.string(),
      role: WorkerRole,
      teamId: Id.nullable(),
      permissions: z.array(z.enum(Object.values(Permission) as [Permission, ...Permission[]])),
      recoveryCodesLeft: z.int(),
    })
    .optional(),
});
export type WorkerSession = z.infer<typeof WorkerSession>;

/** `token` goes into `Authorization: Bearer`; each step of the sign-in gives a new one and voids the last. */
export const WorkerSignedIn = z.object({ token: z.string(), session: WorkerSession });
export type WorkerSignedIn = z.infer<typeof WorkerSignedIn>;

export const WorkerSignIn = z.strictObject({ email: EmailAddress, password: z.string().min(1).max(1000) });
export type WorkerSignIn = z.infer<typeof WorkerSignIn>;

/** Shown once, as a QR code and as text to type. `secret` is base32, `otpauthUrl` what the QR code holds. */
export const TotpEnrolment = z.object({ secret: z.string(), otpauthUrl: z.string() });
export type TotpEnrolment = z.infer<typeof TotpEnrolment>;

/** Two codes that follow each other prove that the app's clock and secret are right (security-rules 6). */
export const ConfirmTotp = z.strictObject({ firstCode: SixDigitCode, secondCode: SixDigitCode });
export type ConfirmTotp = z.infer<typeof ConfirmTotp>;

/** Ten recovery codes, each for one sign-in without the authenticator app; never shown again. */
export const TotpConfirmed = WorkerSignedIn.extend({ recoveryCodes: z.array(z.string()) });
export type TotpConfirmed = z.infer<typeof TotpConfirmed>;

export const VerifyTotp = z.strictObject({ code: SixDigitCode });
export type VerifyTotp = z.infer<typeof VerifyTotp>;

export const UseRecoveryCode = z.strictObject({ code: z.string().trim().min(8).max(32) });
export type UseRecoveryCode = z.infer<typeof UseRecoveryCode>;

/** `token` is the fragment of the set-password link: once, for a day. */
export const SetWorkerPassword = NewPassword.extend({ token: z.string().min(20).max(100) });
export type SetWorkerPassword = z.infer<typeof SetWorkerPassword>;

export const RequestWorkerReset = z.strictObject({ email: EmailAddress });
export type RequestWorkerReset = z.infer<typeof RequestWorkerReset>;

/** `token` is the pending session in which the code of the e-mail is good. The same for every address. */
export const WorkerResetStarted = z.object({
  token: z.string(),
  expiresInMs: z.int(),
  resendAfterMs: z.int(),
});
export type WorkerResetStarted = z.infer<typeof WorkerResetStarted>;
