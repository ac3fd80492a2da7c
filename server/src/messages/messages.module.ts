import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { PeopleModule } from '../people/index.js';
import { MessageSeal } from './message-seal.js';
import { MessagesRepository } from './messages.repository.js';
import { PostMessage } from './post-message.js';
import { ReadMessages } from './read-messages.js';
import { ThreadAudience } from './thread-audience.js';
import { ThreadReadersRepository } from './thread-readers.repository.js';
import { ThreadsRepository } from './threads.repository.js';

/** What both sides of a thread stand on: posting, reading and counting. */
@Module({
  imports: [PeopleModule, AccountsModule],
  providers: [
    ThreadsRepository,
    MessagesRepository,
    ThreadReadersRepository,
    MessageSeal,
    ThreadAudience,
    PostMessage,
    ReadMessages,
  ],
  exports: [
    ThreadsRepository,
    MessagesRepository,
    ThreadReadersRepository,
    MessageSeal,
    PostMessage,
    ReadMessages,
  ],
})
export class MessagesModule {}
