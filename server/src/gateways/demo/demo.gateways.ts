import type { Clock } from '../../clock/clock.js';
import type { Events } from '../../events/events.js';
import { type GatewayAnswer, later, taken } from '../gateway-answer.js';
import { MailGateway, type OutgoingMail } from '../mail.gateway.js';
import { type OutgoingText, TextGateway } from '../text.gateway.js';
import { type OutgoingCall, VoiceGateway } from '../voice.gateway.js';
import type { DemoMailbox } from './demo-mailbox.js';
import { DemoMessageArrived, type DemoMessage } from './demo-message.js';

/** Where the demo's gateways put what real ones would send. Nothing leaves this computer. */
export interface DemoDelivery {
  readonly mailbox: DemoMailbox;
  readonly events: Events;
  readonly clock: Clock;
}

type Arrival = Omit<DemoMessage, 'at' | 'state'>;

async function keep({ mailbox, events }: DemoDelivery, arrival: Arrival): Promise<GatewayAnswer> {
  try {
    events.publish(new DemoMessageArrived(await mailbox.deliver(arrival)));
    return taken;
  } catch (error) {
    return later(error instanceof Error ? error.name : 'unknown');
  }
}

export class DemoMailGateway extends MailGateway {
  constructor(private readonly delivery: DemoDelivery) {
    super();
  }

  send({ id, messageId, to, from, subject, text, html }: OutgoingMail): Promise<GatewayAnswer> {
    const headers = [
      `From: ${from}`,
      `To: ${to}`,
      `Subject: ${subject}`,
      `Date: ${this.delivery.clock.now().toUTCString()}`,
      `Message-ID: ${messageId}`,
      'Auto-Submitted: auto-generated',
    ].join('\n');
    return keep(this.delivery, { id, channel: 'mail', to, subject, text, html, headers });
  }
}

export class DemoTextGateway extends TextGateway {
  constructor(private readonly delivery: DemoDelivery) {
    super();
  }

  send({ id, to, body }: OutgoingText): Promise<GatewayAnswer> {
    return keep(this.delivery, { id, channel: 'text', to, text: body });
  }
}

export class DemoVoiceGateway extends VoiceGateway {
  constructor(private readonly delivery: DemoDelivery) {
    super();
  }

  call({ id, to, say }: OutgoingCall): Promise<GatewayAnswer> {
    return keep(this.delivery, { id, channel: 'call', to, text: say });
  }
}
