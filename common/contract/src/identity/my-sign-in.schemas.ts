import { z } from 'zod';
import { Id, SixDigitCode, Timestamp, listOf } from '../http/values.js';
import { EnrolPhone, NewPassword } from './sign-up.schemas.js';

/** What the carer signs in with, enough of it to know it again: of the phone the last three digits. */
export const MySignIn = z.object({ email: z.string(), phoneEnding: z.string().nullable() });
export type MySignIn = z.infer<typeof MySignIn>;

/** The password in use, and the next one. */
export const ChangePassword = NewPassword.extend({ currentPassword: z.string().min(1).max(1000) });
export type ChangePassword = z.infer<typeof ChangePassword>;

/** The number that the challenge went to, once more: it is kept nowhere before it is proven. `code` as in a sign-in. */
export const ConfirmPhone = EnrolPhone.omit({ channel: true }).extend({
  challengeId: Id,
  code: SixDigitCode.optional(),
});
export type ConfirmPhone = z.infer<typeof ConfirmPhone>;

/** The browser and the system that a device says it has: enough to know one's own again, and no proof. */
export const Browser = z.enum(['chrome', 'edge', 'firefox', 'safari', 'other']);
export type Browser = z.infer<typeof Browser>;
export const OperatingSystem = z.enum(['windows', 'mac', 'linux', 'android', 'ios', 'other']);
export type OperatingSystem = z.infer<typeof OperatingSystem>;

/** A device on which the carer is signed in. `isCurrent`: the one that asks. */
export const MySession = z.object({
  id: Id,
  isCurrent: z.boolean(),
  browser: Browser,
  operatingSystem: OperatingSystem,
  signedInAt: Timestamp,
  lastActivityAt: Timestamp,
});
export type MySession = z.infer<typeof MySession>;
export const MySessionList = listOf(MySession);
