import { Module } from '@nestjs/common';
import { GatewaysModule } from '../gateways/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { PeopleModule } from '../people/index.js';
import { StaffModule } from '../staff/index.js';
import { DemoAuthenticators } from './demo-authenticators.js';
import { DemoCarrier } from './demo-carrier.js';
import { DemoController } from './demo.controller.js';
import { DemoCouncil } from './demo-council.js';
import { DemoOutbox } from './demo-outbox.service.js';
import { DemoPage } from './demo-page.js';
import { DemoPhone } from './demo-phone.js';

/** Loaded in demo mode alone. */
@Module({
  imports: [GatewaysModule, NotificationsModule, PeopleModule, StaffModule],
  controllers: [DemoController],
  providers: [DemoAuthenticators, DemoCarrier, DemoCouncil, DemoOutbox, DemoPage, DemoPhone],
  exports: [DemoCouncil],
})
export class DemoModule {}
