import { z } from 'zod';
import { Id } from '../http/values.js';

/** What a gateway says later of a mail or text that it took. `id` is the one that we sent with it. */
export const DeliveryReport = z.strictObject({
  id: Id,
  state: z.enum(['delivered', 'bounced', 'failed']),
  reason: z.string().max(200).optional(),
});
export type DeliveryReport = z.infer<typeof DeliveryReport>;

/**
 * One step of a call. `callId` is the id that we sent; `prompted`: the words have been said to their end;
 * `key`: one key, given in `key`; `machine`: an answering machine picked up.
 */
export const VoiceEvent = z.strictObject({
  callId: Id,
  event: z.enum(['answered', 'prompted', 'key', 'ended']),
  key: z
    .string()
    .regex(/^[0-9*#]$/)
    .optional(),
  machine: z.boolean().optional(),
});
export type VoiceEvent = z.infer<typeof VoiceEvent>;
