import { Module } from '@nestjs/common';
import { MessagesModule } from '../messages/index.js';
import { PeopleModule } from '../people/index.js';
import { StaffModule } from '../staff/index.js';
import { DemoCouncil } from './demo-council.js';
import { DemoOutboxModule } from './demo-outbox.module.js';

/** Loaded in demo mode alone. */
@Module({
  imports: [DemoOutboxModule, MessagesModule, PeopleModule, StaffModule],
  providers: [DemoCouncil],
  exports: [DemoCouncil],
})
export class DemoModule {}
