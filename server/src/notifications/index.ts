export { NotificationsModule } from './notifications.module.js';
export { Outbox } from './outbox.js';
export { OutboxRelay } from './outbox-relay.js';
export { type CallStep, type FailedDelivery, ReportListeners } from './report-listeners.js';
export { GatewayReports } from './gateway-reports.service.js';
export { WebhookSignature } from './webhook-signature.js';
