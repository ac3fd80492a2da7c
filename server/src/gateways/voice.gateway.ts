import type { GatewayAnswer } from './gateway-answer.js';

export interface OutgoingCall {
  /** The outbox id: the same at every try, and the `callId` of the events. */
  readonly id: string;
  /** E.164. */
  readonly to: string;
  /** The words that the voice says. */
  readonly say: string;
  /** Where the gateway reports what happens (security-rules 5.6). */
  readonly callbackUrl: string;
}

/** Who makes the automated calls. `call` never throws. */
export abstract class VoiceGateway {
  abstract call(call: OutgoingCall): Promise<GatewayAnswer>;
}
