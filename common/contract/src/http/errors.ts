import { z } from 'zod';

/**
 * Every code that an error body may carry. Screens switch on these, never on the message.
 * Before identity is proven there is one answer for wrong, expired, used and locked: AUTH_FAILED (security-rules 4).
 */
export const ErrorCode = z.enum([
  'INVALID_INPUT',
  'NOT_SIGNED_IN',
  'AUTH_FAILED',
  'NOT_ALLOWED',
  'NOT_FOUND',
  'METHOD_NOT_ALLOWED',
  'CLIENT_HEADER_MISSING',
  'IDEMPOTENCY_KEY_MISSING',
  'IDEMPOTENCY_KEY_REUSED',
  'TOO_MANY_TRIES',
  'TOO_MANY_SENDS',
  'TOO_BUSY',
  'UNAVAILABLE',
  'INTERNAL_ERROR',
  'BODY_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'EMAIL_NOT_VERIFIED',
  'PASSWORD_REFUSED',
  'PHONE_REFUSED',
  'PHONE_IN_USE_TOO_OFTEN',
  'PHONE_MOVED',
  'CODE_NOT_ACCEPTED',
  'CHALLENGE_EXPIRED',
  'CHALLENGE_LOCKED',
  'STEP_LOCKED',
  'CALL_NOT_CONFIRMED',
  'STEP_UP_NEEDED',
  'LINK_NOT_USABLE',
  'INVITATIONS_CHANGED',
  'INVITATION_LOCKED',
  'INVITATION_CLOSED',
  'INVITATION_ALREADY_OPEN',
  'RESEND_LIMIT_REACHED',
  'PERSON_HAS_NO_EMAIL',
  'EMAIL_TAKEN',
  'FOUR_EYES_NEEDED',
  'SECOND_APPROVER_NEEDED',
  'PHONE_JUST_CHANGED',
  'STATE_CHANGED',
  'TOTP_NOT_ENROLLED',
  'TOTP_ALREADY_ENROLLED',
  'PLACEMENT_OVERLAPS',
  'DRAFT_CHANGED',
  'DRAFT_FROZEN',
  'ACCESS_ENDED',
  'THREAD_LOCKED',
  'THREAD_MOVED',
  'THREAD_HELD_BY_ANOTHER',
  'NOBODY_TO_WRITE_TO',
  'RECORDING_NOT_READ',
  'COVER_LOOPS',
  'COVER_OVERLAPS',
  'MESSAGE_TYPE_BUILT_IN',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/**
 * Why one field was refused. The key beside it is the field's path in the body, such as `password`.
 * REQUIRED and INVALID come from the schemas; the others from the rules that name them.
 */
export const FieldCode = z.enum([
  'REQUIRED',
  'INVALID',
  'TOO_LONG',
  'TOO_SHORT',
  'INVALID_EMAIL',
  'INVALID_CODE',
  'INVALID_DATE',
  'DATE_IN_FUTURE',
  'PASSWORD_TOO_SHORT',
  'PASSWORD_TOO_LONG',
  'PASSWORD_TOO_SIMPLE',
  'PASSWORD_TOO_COMMON',
  'PASSWORD_IS_CURRENT',
  'PASSWORDS_DIFFER',
  'PHONE_INVALID',
  'PHONE_NOT_SUPPORTED',
  'PHONE_CANNOT_TEXT',
  'UNKNOWN_FIELD',
]);
export type FieldCode = z.infer<typeof FieldCode>;

/** The body of every 4xx and 5xx reply. `requestId` also stands in the server's log line. */
export const ErrorBody = z.object({
  code: ErrorCode,
  message: z.string(),
  fields: z.record(z.string(), FieldCode).optional(),
  requestId: z.string(),
});
export type ErrorBody = z.infer<typeof ErrorBody>;
