export { NotificationsModule } from './notifications.module.js';
export { Outbox } from './outbox.js';
export { OutboxRelay } from './outbox-relay.js';
export { type About, CallProgressed, DeliveryFailed } from './notification.events.js';
export type { MailTemplate, MailVariables } from './mail-variables.js';
export { GatewayReports } from './gateway-reports.service.js';
export { type SignedReport, WebhookSignature } from './webhook-signature.js';
