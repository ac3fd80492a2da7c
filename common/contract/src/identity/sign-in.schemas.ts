import { z } from 'zod';
import { EmailAddress, SixDigitCode } from '../http/values.js';
import { NewPassword } from './sign-up.schemas.js';

export const SignIn = z.strictObject({ email: EmailAddress, password: z.string().min(1).max(1000) });
export type SignIn = z.infer<typeof SignIn>;

export const RequestPasswordReset = z.strictObject({ email: EmailAddress });
export type RequestPasswordReset = z.infer<typeof RequestPasswordReset>;

/** The code from the e-mail and the new password, in the browser that asked. */
export const ResetPassword = NewPassword.extend({ code: SixDigitCode });
export type ResetPassword = z.infer<typeof ResetPassword>;
