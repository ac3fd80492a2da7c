import type { GatewayAnswer } from './gateway-answer.js';
import { type HttpGatewaySettings, postJson } from './post-json.js';
import { type OutgoingCall, VoiceGateway } from './voice.gateway.js';

/** The generic voice gateway: `{ id, to, say, callbackUrl }`. */
export class HttpVoiceGateway extends VoiceGateway {
  constructor(private readonly gateway: HttpGatewaySettings) {
    super();
  }

  call({ id, to, say, callbackUrl }: OutgoingCall): Promise<GatewayAnswer> {
    return postJson(this.gateway, { id, to, say, callbackUrl });
  }
}
