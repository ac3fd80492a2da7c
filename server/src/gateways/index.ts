export { GatewaysModule } from './gateways.module.js';
export { MailGateway, type OutgoingMail } from './mail.gateway.js';
export { TextGateway, type OutgoingText } from './text.gateway.js';
export { PhoneRisk } from './phone-risk.js';
export { VoiceGateway, type OutgoingCall } from './voice.gateway.js';
export { type GatewayAnswer, later, taken } from './gateway-answer.js';
export { WebhookSecret } from './webhook-secret.js';
export { type DemoChanges, DemoMailbox } from './demo/demo-mailbox.js';
export { DemoChannel, DemoFailure, DemoMessage, DemoMessageArrived } from './demo/demo-message.js';
