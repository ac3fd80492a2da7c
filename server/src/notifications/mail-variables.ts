import { z } from 'zod';

const humanCode = z.string().regex(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
const sixDigits = z.string().regex(/^\d{6}$/);
const days = z.int().min(1).max(60);
const minutes = z.int().min(1).max(60);
const sixDigitCode = z.strictObject({ code: sixDigits, minutes });
const nothing = z.strictObject({});

/**
 * Every e-mail there is, with everything that may vary in it. Codes, lengths of time and one link: there is no place
 * for a name or a free text, and the formats are checked again at run time (security-rules 5.12).
 */
export const mailVariables = {
  'set-up-account': z.strictObject({ code: humanCode, days }),
  'accept-invitation': z.strictObject({
    /** `${publicOrigin}/invitation#TOKEN`; the origin is checked where the mail is written. */
    link: z.url({ protocol: /^https?$/ }).regex(/^[^?#]+\/invitation#[\w-]{20,100}$/),
    days,
  }),
  activated: nothing,
  'email-code': sixDigitCode,
  'password-reset-code': sixDigitCode,
  'invitation-cancelled': nothing,
  'password-changed': nothing,
  'phone-changed': nothing,
  'worker-reset-code': sixDigitCode,
  'worker-password-changed': nothing,
  'new-message': nothing,
  'something-new': nothing,
} as const;

export type MailTemplate = keyof typeof mailVariables;
export type MailVariables<T extends MailTemplate> = z.infer<(typeof mailVariables)[T]>;

/** A template with the variables that it takes. */
export type TemplatedMail = {
  [T in MailTemplate]: { readonly template: T; readonly variables: MailVariables<T> };
}[MailTemplate];
