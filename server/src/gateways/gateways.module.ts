import { type InjectionToken, Module, type Provider } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { Events } from '../events/events.js';
import { mailGateway, textGateway, voiceGateway } from './choose-gateways.js';
import { DemoMailbox } from './demo/demo-mailbox.js';
import type { DemoDelivery } from './demo/demo.gateways.js';
import { MailGateway } from './mail.gateway.js';
import { NoPhoneRisk, PhoneRisk } from './phone-risk.js';
import { TextGateway } from './text.gateway.js';
import { VoiceGateway } from './voice.gateway.js';
import { WebhookSecret, webhookSecret } from './webhook-secret.js';

type Choose = (settings: Settings, delivery: DemoDelivery) => unknown;

const chosen = (provide: InjectionToken, choose: Choose): Provider => ({
  provide,
  inject: [SETTINGS, DemoMailbox, Events, Clock],
  useFactory: (settings: Settings, mailbox: DemoMailbox, events: Events, clock: Clock) =>
    choose(settings, { mailbox, events, clock }),
});

@Module({
  providers: [
    DemoMailbox,
    chosen(MailGateway, mailGateway),
    chosen(TextGateway, textGateway),
    chosen(VoiceGateway, voiceGateway),
    { provide: PhoneRisk, useClass: NoPhoneRisk },
    { provide: WebhookSecret, inject: [SETTINGS], useFactory: webhookSecret },
  ],
  exports: [DemoMailbox, MailGateway, TextGateway, VoiceGateway, PhoneRisk, WebhookSecret],
})
export class GatewaysModule {}
