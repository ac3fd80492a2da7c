import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { LiveModule } from '../live/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { PeopleModule } from '../people/index.js';
import { StaffModule } from '../staff/index.js';
import { IdentityModule } from '../identity/index.js';
import { AuthorNames } from './author-names.js';
import { BeginThread } from './begin-thread.js';
import { AnswerTemplates } from './answer-templates.js';
import { AnswerTemplatesRepository } from './answer-templates.repository.js';
import { MessageSettingsController } from './message-settings.controller.js';
import { MessageTypes } from './message-types.js';
import { MessageSeal } from './message-seal.js';
import { MessageTypesRepository } from './message-types.repository.js';
import { MessageViews } from './message-views.js';
import { MessagesRepository } from './messages.repository.js';
import { PostMessage } from './post-message.js';
import { ReadMessages } from './read-messages.js';
import { TellOfThread } from './tell-of-thread.js';
import { ThreadAudience } from './thread-audience.js';
import { ThreadReadersRepository } from './thread-readers.repository.js';
import { ThreadsRepository } from './threads.repository.js';
import { WithdrawMessage } from './withdraw-message.js';

const shown = [
  ThreadsRepository,
  MessagesRepository,
  ThreadReadersRepository,
  MessageTypesRepository,
  MessageTypes,
  AnswerTemplates,
  MessageSeal,
  MessageViews,
  AuthorNames,
  ThreadAudience,
  BeginThread,
  PostMessage,
  ReadMessages,
  WithdrawMessage,
  TellOfThread,
];

/** What both sides of a thread stand on: posting, reading and counting. */
@Module({
  imports: [LiveModule, NotificationsModule, IdentityModule, StaffModule, PeopleModule, AccountsModule],
  controllers: [MessageSettingsController],
  providers: [...shown, AnswerTemplatesRepository],
  exports: shown,
})
export class MessagesModule {}
