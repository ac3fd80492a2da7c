import { Module, type DynamicModule } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { AuditModule } from '../audit/index.js';
import type { Clock } from '../clock/clock.js';
import type { Settings } from '../config/settings.js';
import { DraftsModule } from '../drafts/index.js';
import type { Schema } from '../database/database.module.js';
import { DashboardModule } from '../dashboard/index.js';
import { DemoModule } from '../demo/index.js';
import { GatewaysModule } from '../gateways/index.js';
import { Health } from '../health/health.js';
import { HttpModule } from '../http/http.module.js';
import type { Log } from '../log/log.js';
import { IdempotencyModule } from '../idempotency/index.js';
import { IdentityModule } from '../identity/index.js';
import { InvitationsModule } from '../invitations/index.js';
import { LiveModule } from '../live/index.js';
import { LimitsModule } from '../limits/index.js';
import { InboxModule, MyMessagesModule } from '../messages/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { PeopleModule } from '../people/index.js';
import { RecordingsModule } from '../recordings/index.js';
import { ServiceModule } from '../service/index.js';
import { StaffModule } from '../staff/index.js';
import { TasksModule } from '../tasks/index.js';
import { WorkModule } from '../work/index.js';
import { PlatformModule } from './platform.module.js';

/** The whole server: the platform, then one module for each feature; the demo's only in demo mode. */
@Module({})
export class AppModule {
  /** A server brings the schema up to date before anything uses it; a command takes it as it is. */
  static with(settings: Settings, clock: Clock, log: Log, schema: Schema = 'migrated'): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(settings, clock, log, schema),
        AuditModule,
        LimitsModule,
        IdempotencyModule,
        HttpModule,
        GatewaysModule,
        LiveModule,
        NotificationsModule,
        IdentityModule,
        StaffModule,
        TasksModule,
        PeopleModule,
        AccountsModule,
        InboxModule,
        DraftsModule,
        RecordingsModule,
        MyMessagesModule,
        InvitationsModule,
        DashboardModule,
        WorkModule,
        ServiceModule,
        ...(settings.mode === 'demo' ? [DemoModule] : []),
      ],
      providers: [Health],
    };
  }
}
