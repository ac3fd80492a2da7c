import { z } from 'zod';
import { EmailAddress, NamePart, SixDigitCode } from '../http/values.js';
import { PhoneChannel } from './challenge.schemas.js';

export const StartSignUp = z.strictObject({ email: EmailAddress });
export type StartSignUp = z.infer<typeof StartSignUp>;

/** The same for every address, known or not (security-rules 5.3). */
export const EmailCodeSent = z.object({ expiresInMs: z.int().min(0), resendAfterMs: z.int().min(0) });
export type EmailCodeSent = z.infer<typeof EmailCodeSent>;

export const VerifySignUpEmail = z.strictObject({ code: SixDigitCode });
export type VerifySignUpEmail = z.infer<typeof VerifySignUpEmail>;

export const EmailVerified = z.object({ isVerified: z.literal(true) });
export type EmailVerified = z.infer<typeof EmailVerified>;

/** A new password, typed twice. The rule itself is `checkPasswordShape` (security-rules 5.4). */
export const NewPassword = z.strictObject({
  password: z.string().min(1).max(1000),
  passwordConfirmation: z.string().min(1).max(1000),
});
export type NewPassword = z.infer<typeof NewPassword>;

export const CompleteSignUp = NewPassword.extend({ firstName: NamePart, lastName: NamePart });
export type CompleteSignUp = z.infer<typeof CompleteSignUp>;

/** `country` is an ISO 3166 code such as GB; `number` as typed, with or without the leading 0. */
export const EnrolPhone = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  number: z.string().trim().min(4).max(32),
  channel: PhoneChannel,
});
export type EnrolPhone = z.infer<typeof EnrolPhone>;
