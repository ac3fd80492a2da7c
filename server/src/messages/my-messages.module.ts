import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { DraftsModule } from '../drafts/index.js';
import { IdempotencyModule } from '../idempotency/index.js';
import { PeopleModule } from '../people/index.js';
import { StaffModule } from '../staff/index.js';
import { TasksModule } from '../tasks/index.js';
import { MessagesModule } from './messages.module.js';
import { MyMessagesController } from './my-messages.controller.js';
import { MyRecipients } from './my-recipients.js';
import { MySending } from './my-sending.js';
import { MyThreadScope } from './my-thread-scope.js';
import { MyThreadView } from './my-thread.view.js';
import { MyThreads } from './my-threads.js';
import { MyThreadsRepository } from './my-threads.repository.js';
import { UnreadAccounts } from './unread-accounts.repository.js';
import { NewMessages } from './new-messages.js';

/** The carers' side of messages. */
@Module({
  imports: [
    MessagesModule,
    AccountsModule,
    IdempotencyModule,
    PeopleModule,
    StaffModule,
    TasksModule,
    DraftsModule,
  ],
  controllers: [MyMessagesController],
  providers: [
    MyThreadsRepository,
    MyThreadScope,
    MyThreadView,
    MyThreads,
    MyRecipients,
    MySending,
    NewMessages,
    UnreadAccounts,
  ],
  exports: [NewMessages, UnreadAccounts],
})
export class MyMessagesModule {}
