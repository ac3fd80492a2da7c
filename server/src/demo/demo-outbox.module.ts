import { Module } from '@nestjs/common';
import { GatewaysModule } from '../gateways/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { DemoAuthenticators } from './demo-authenticators.js';
import { DemoCarrier } from './demo-carrier.js';
import { DemoController } from './demo.controller.js';
import { DemoOutbox } from './demo-outbox.service.js';
import { DemoPage } from './demo-page.js';
import { DemoPhone } from './demo-phone.js';

/** 'Mailbox and phone': what the demo sent, and the other end of it. */
@Module({
  imports: [GatewaysModule, NotificationsModule],
  controllers: [DemoController],
  providers: [DemoAuthenticators, DemoCarrier, DemoOutbox, DemoPage, DemoPhone],
})
export class DemoOutboxModule {}
