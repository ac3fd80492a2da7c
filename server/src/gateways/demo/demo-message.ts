import { z } from 'zod';

export const DemoChannel = z.enum(['mail', 'text', 'call']);
export type DemoChannel = z.infer<typeof DemoChannel>;

/** How the demo lets a message go wrong: the address does not exist, it comes five minutes late, nobody has the number. */
export const DemoFailure = z.enum(['bounced', 'delayed', 'wrong_number']);
export type DemoFailure = z.infer<typeof DemoFailure>;

/** A call goes `ringing -> answered -> ended`, or `ringing -> missed`; `failed` when the number was made wrong. */
export const DemoState = z.enum(['delivered', 'bounced', 'failed', 'ringing', 'answered', 'ended', 'missed']);
export type DemoState = z.infer<typeof DemoState>;

/** A mail, text or call as the demo's mailbox shows it. `text` is what a text says, or the voice. */
export const DemoMessage = z.object({
  id: z.string(),
  channel: DemoChannel,
  to: z.string(),
  subject: z.string().optional(),
  text: z.string(),
  html: z.string().optional(),
  headers: z.string().optional(),
  at: z.iso.datetime(),
  state: DemoState,
});
export type DemoMessage = z.infer<typeof DemoMessage>;

/** A message with the mailbox's count of changes at its last change, by which a page asks for what is new. */
export const KeptMessage = DemoMessage.extend({ revision: z.int(), isHidden: z.boolean() });
export type KeptMessage = z.infer<typeof KeptMessage>;

/** A message has reached the mailbox; the demo's carrier reports what becomes of it. */
export class DemoMessageArrived {
  constructor(readonly message: DemoMessage) {}
}
