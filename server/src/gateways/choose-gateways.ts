import type { Settings } from '../config/settings.js';
import {
  type DemoDelivery,
  DemoMailGateway,
  DemoTextGateway,
  DemoVoiceGateway,
} from './demo/demo.gateways.js';
import { HttpTextGateway } from './http-text.gateway.js';
import { HttpVoiceGateway } from './http-voice.gateway.js';
import type { MailGateway } from './mail.gateway.js';
import { SmtpMailGateway } from './smtp-mail.gateway.js';
import type { TextGateway } from './text.gateway.js';
import type { VoiceGateway } from './voice.gateway.js';

// The real gateway where it is set; else the demo's, which production refuses.

export function mailGateway(settings: Settings, delivery: DemoDelivery): MailGateway {
  if (settings.smtpUrl !== undefined) return new SmtpMailGateway({ url: settings.smtpUrl });
  return new DemoMailGateway(demoOnly(settings, delivery, 'SMTP_URL'));
}

export function textGateway(settings: Settings, delivery: DemoDelivery): TextGateway {
  const { textGatewayUrl: url, textGatewayToken: token } = settings;
  if (url !== undefined && token !== undefined) return new HttpTextGateway({ url, token });
  return new DemoTextGateway(demoOnly(settings, delivery, 'TEXT_GATEWAY_URL and TEXT_GATEWAY_TOKEN'));
}

export function voiceGateway(settings: Settings, delivery: DemoDelivery): VoiceGateway {
  const { voiceGatewayUrl: url, voiceGatewayToken: token } = settings;
  if (url !== undefined && token !== undefined) return new HttpVoiceGateway({ url, token });
  return new DemoVoiceGateway(demoOnly(settings, delivery, 'VOICE_GATEWAY_URL and VOICE_GATEWAY_TOKEN'));
}

function demoOnly({ mode }: Settings, delivery: DemoDelivery, needed: string): DemoDelivery {
  if (mode !== 'demo') throw new Error(`Production needs ${needed}: the demo's gateway sends nothing`);
  return delivery;
}
