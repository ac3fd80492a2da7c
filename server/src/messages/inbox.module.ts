import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { DraftsModule } from '../drafts/index.js';
import { IdempotencyModule } from '../idempotency/index.js';
import { IdentityModule } from '../identity/index.js';
import { LiveModule } from '../live/index.js';
import { PeopleModule } from '../people/index.js';
import { RecordingsModule } from '../recordings/index.js';
import { StaffModule } from '../staff/index.js';
import { TasksModule } from '../tasks/index.js';
import { AnswerCarer } from './answer-carer.js';
import { AnswerDrafts } from './answer-drafts.js';
import { FileMessage } from './file-message.js';
import { FileThread } from './file-thread.js';
import { HoldThread } from './hold-thread.js';
import { InboxController } from './inbox.controller.js';
import { InboxRepository } from './inbox.repository.js';
import { InboxService } from './inbox.service.js';
import { InboxThreadView } from './inbox.view.js';
import { MessagesModule } from './messages.module.js';
import { MoveThread } from './move-thread.js';
import { SettleThread } from './settle-thread.js';
import { ThreadActs } from './thread-acts.js';
import { ThreadActsController } from './thread-acts.controller.js';
import { ThreadEventsRepository } from './thread-events.repository.js';
import { ThreadHistory } from './thread-history.js';
import { ThreadPresence } from './thread-presence.js';
import { ThreadPresenceController } from './thread-presence.controller.js';
import { ThreadPresencesRepository } from './thread-presences.repository.js';
import { ThreadScope } from './thread-scope.js';
import { WatchThreads } from './watch-threads.js';

/** The workers' side of messages. */
@Module({
  imports: [
    MessagesModule,
    AccountsModule,
    DraftsModule,
    IdempotencyModule,
    IdentityModule,
    LiveModule,
    PeopleModule,
    RecordingsModule,
    StaffModule,
    TasksModule,
  ],
  controllers: [InboxController, ThreadActsController, ThreadPresenceController],
  providers: [
    InboxRepository,
    InboxService,
    InboxThreadView,
    ThreadScope,
    ThreadActs,
    ThreadEventsRepository,
    ThreadHistory,
    ThreadPresence,
    ThreadPresencesRepository,
    HoldThread,
    SettleThread,
    MoveThread,
    AnswerCarer,
    AnswerDrafts,
    FileMessage,
    FileThread,
    WatchThreads,
  ],
})
export class InboxModule {}
