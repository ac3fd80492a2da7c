import type { GatewayAnswer } from './gateway-answer.js';

export interface OutgoingText {
  /** The outbox id: the same at every try, and what delivery reports name. */
  readonly id: string;
  /** E.164. */
  readonly to: string;
  readonly body: string;
}

/** Where texts go. `send` never throws. */
export abstract class TextGateway {
  abstract send(text: OutgoingText): Promise<GatewayAnswer>;
}
