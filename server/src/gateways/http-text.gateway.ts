import type { GatewayAnswer } from './gateway-answer.js';
import { type HttpGatewaySettings, postJson } from './post-json.js';
import { type OutgoingText, TextGateway } from './text.gateway.js';

/** The generic text gateway: `{ id, to, body }`. */
export class HttpTextGateway extends TextGateway {
  constructor(private readonly gateway: HttpGatewaySettings) {
    super();
  }

  send({ id, to, body }: OutgoingText): Promise<GatewayAnswer> {
    return postJson(this.gateway, { id, to, body });
  }
}
