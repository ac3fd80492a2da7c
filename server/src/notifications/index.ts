export { NotificationsModule } from './notifications.module.js';
export { type MailContact, MailContacts } from './mail-contacts.js';
export { NoticeRelay } from './notice-relay.js';
export { Notices } from './notices.js';
export { Outbox } from './outbox.js';
export { OutboxRelay } from './outbox-relay.js';
export { type CallStep, type Delivery, type FailedDelivery, ReportListeners } from './report-listeners.js';
export { GatewayReports } from './gateway-reports.service.js';
export { WebhookSignature } from './webhook-signature.js';
