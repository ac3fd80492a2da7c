import { Module } from '@nestjs/common';
import { GatewaysModule } from '../gateways/index.js';
import { GatewayReportsController } from './gateway-reports.controller.js';
import { GatewayReports } from './gateway-reports.service.js';
import { MailContacts } from './mail-contacts.js';
import { NoticeRelay } from './notice-relay.js';
import { Notices } from './notices.js';
import { NoticesRepository } from './notices.repository.js';
import { Outbox } from './outbox.js';
import { OutboxSeal } from './outbox-content.js';
import { OutboxRelay } from './outbox-relay.js';
import { OutboxRepository } from './outbox.repository.js';
import { OutboxSender } from './outbox-sender.js';
import { ReportListeners } from './report-listeners.js';
import { WebhookSignature } from './webhook-signature.js';

@Module({
  imports: [GatewaysModule],
  controllers: [GatewayReportsController],
  providers: [
    Outbox,
    OutboxRelay,
    OutboxRepository,
    OutboxSeal,
    OutboxSender,
    GatewayReports,
    MailContacts,
    NoticeRelay,
    Notices,
    NoticesRepository,
    ReportListeners,
    WebhookSignature,
  ],
  exports: [
    MailContacts,
    NoticeRelay,
    Notices,
    Outbox,
    OutboxRelay,
    GatewayReports,
    ReportListeners,
    WebhookSignature,
  ],
})
export class NotificationsModule {}
