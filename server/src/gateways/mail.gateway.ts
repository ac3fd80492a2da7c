import type { GatewayAnswer } from './gateway-answer.js';

export interface OutgoingMail {
  /** The outbox id: the same at every try. */
  readonly id: string;
  /** With angle brackets; the same at every try, so that a repeat is known as one. */
  readonly messageId: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Where e-mails go. `send` never throws. */
export abstract class MailGateway {
  abstract send(mail: OutgoingMail): Promise<GatewayAnswer>;
}
