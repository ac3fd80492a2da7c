export { NotificationsModule } from './notifications.module.js';
export { Outbox } from './outbox.js';
export { OutboxRelay } from './outbox-relay.js';
export type { About } from './outbox.entity.js';
export { type CallStep, type FailedDelivery, ReportListeners } from './report-listeners.js';
export type { MailTemplate, MailVariables } from './mail-variables.js';
export { GatewayReports } from './gateway-reports.service.js';
export { type SignedReport, WebhookSignature } from './webhook-signature.js';
