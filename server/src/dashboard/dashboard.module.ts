import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { MyMessagesModule } from '../messages/index.js';
import { DashboardController } from './dashboard.controller.js';
import { DashboardService } from './dashboard.service.js';

/** Apart from `accounts`, which every feature asks who may use what: the tiles count what the features hold. */
@Module({
  imports: [AccountsModule, MyMessagesModule],
  controllers: [DashboardController],
  providers: [DashboardService],
})
export class DashboardModule {}
