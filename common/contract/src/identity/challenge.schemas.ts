import { z } from 'zod';
import { Id, SixDigitCode } from '../http/values.js';

/** How a code reaches the person: 'Send Code' is a text, 'Call Me' an automated call. */
export const PhoneChannel = z.enum(['text', 'call']);
export type PhoneChannel = z.infer<typeof PhoneChannel>;

/**
 * Where a phone check stands. A text goes `sent -> used`; a call `calling -> answered -> confirmed -> used`.
 * `failed`: not picked up, hung up, answered by a machine, a wrong key, or the gateway refused.
 * `denied`: the person called pressed 1, 'this was not me'; the account is locked (security-rules 5.6).
 */
export const ChallengeState = z.enum([
  'sent',
  'calling',
  'answered',
  'confirmed',
  'failed',
  'denied',
  'expired',
  'locked',
  'used',
]);
export type ChallengeState = z.infer<typeof ChallengeState>;

/**
 * One text or call in flight. `digits` are the two digits that the page shows and the voice says (calls only).
 * `destination` is given at set-up only, where it was just typed; at sign-in the number is never shown.
 */
export const Challenge = z.object({
  id: Id,
  channel: PhoneChannel,
  state: ChallengeState,
  digits: z.string().optional(),
  destination: z.string().optional(),
  expiresInMs: z.int().min(0),
  resendAfterMs: z.int().min(0),
});
export type Challenge = z.infer<typeof Challenge>;

/** `code` for a text; nothing for a call, which the # key has already confirmed. */
export const VerifyChallenge = z.strictObject({ code: SixDigitCode.optional() });
export type VerifyChallenge = z.infer<typeof VerifyChallenge>;

export const ChooseChannel = z.strictObject({ channel: PhoneChannel });
export type ChooseChannel = z.infer<typeof ChooseChannel>;
