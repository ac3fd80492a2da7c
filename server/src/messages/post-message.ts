import { isUrgentText, threadStateAfterCarer, type MessageAuthor } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Identifiers } from '../crypto/identifiers.js';
import { People } from '../people/index.js';
import { MessageSeal } from './message-seal.js';
import { MessagesRepository } from './messages.repository.js';
import { TellOfThread } from './tell-of-thread.js';
import { ThreadAudience } from './thread-audience.js';
import { ThreadReadersRepository } from './thread-readers.repository.js';
import type { ThreadEntity } from './thread.entity.js';
import { ThreadsRepository } from './threads.repository.js';
import { NOBODY_WAITS } from './waiting.js';

/** Who writes: a user of the carer's household, or a worker. */
export interface Author {
  readonly side: MessageAuthor;
  readonly id: string;
}

/**
 * Adds a message to a thread, and with it whatever must never disagree with it: the thread's place and state, each
 * reader's list and badge. Call it inside the transaction of the send, with the thread locked or just inserted.
 */
@Injectable()
export class PostMessage {
  constructor(
    private readonly threads: ThreadsRepository,
    private readonly messages: MessagesRepository,
    private readonly readers: ThreadReadersRepository,
    private readonly audience: ThreadAudience,
    private readonly telling: TellOfThread,
    private readonly people: People,
    private readonly seal: MessageSeal,
    private readonly identifiers: Identifiers,
    private readonly clock: Clock,
  ) {}

  /** Gives the message's id. */
  async post(thread: ThreadEntity, author: Author, body: string): Promise<string> {
    const newestId = await this.messages.findNewestId(thread.id);
    const id = this.identifiers.nextAfter(newestId ?? thread.lastMessageId);
    const sentAt = this.clock.now();
    const { dataKeyId } = await this.people.get(thread.accountId);
    const sealed = await this.seal.closeBody(id, body, dataKeyId);
    await this.messages.insert({
      id,
      threadId: thread.id,
      author: author.side,
      authorId: author.id,
      body: sealed,
      sentAt,
      withdrawnAt: null,
    });
    await this.threads.change(
      { id: thread.id },
      { ...afterMessage(thread, author.side, { sentAt, body }), lastMessageId: id },
    );
    const users = await this.audience.listUsers(thread);
    await this.joinReaders(thread, users, { author, lastMessageId: id });
    await this.readers.tellOf(id, thread.id, author.id);
    await this.telling.ofMessage(thread, author.id);
    return id;
  }

  /** Somebody of the household may have been given the account since the last message. */
  private async joinReaders(
    thread: ThreadEntity,
    users: readonly string[],
    { author, lastMessageId }: { author: Author; lastMessageId: string },
  ): Promise<void> {
    const present = await this.readers.listOf(thread.id, 'carer');
    const missing = users.filter((userId) => present.every(({ readerId }) => readerId !== userId));
    for (const readerId of missing) await this.join(thread, { side: 'carer', id: readerId }, lastMessageId);
    if (author.side === 'worker') await this.join(thread, author, lastMessageId);
  }

  private async join(thread: ThreadEntity, { side, id }: Author, lastMessageId: string): Promise<void> {
    await this.readers.add({
      id: this.identifiers.next(),
      threadId: thread.id,
      side,
      readerId: id,
      accountId: thread.accountId,
      lastMessageId,
      lastReadMessageId: null,
      unreadCount: 0,
    });
  }
}

/** A carer's message wakes the thread and starts the wait for an answer; a worker's ends it, and whatever was urgent. */
function afterMessage(
  thread: ThreadEntity,
  side: MessageAuthor,
  { sentAt, body }: { sentAt: Date; body: string },
): Partial<ThreadEntity> {
  const woken = { lastMessageAt: sentAt, snoozedUntil: null };
  if (side === 'worker') return { ...woken, ...NOBODY_WAITS, state: 'waiting_carer', isUrgent: false };
  return {
    ...woken,
    state: threadStateAfterCarer(thread.state, thread.holderId !== null),
    isUrgent: thread.isUrgent || isUrgentText(body),
    unreadCount: thread.unreadCount + 1,
    waitingSince: thread.waitingSince ?? sentAt,
  };
}
