import type { MessageAuthor } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Identifiers } from '../crypto/identifiers.js';
import { notFound } from '../errors/domain-error.js';
import { MessagesRepository } from './messages.repository.js';
import type { Author } from './post-message.js';
import { TellOfThread } from './tell-of-thread.js';
import type { ThreadReaderEntity } from './thread-reader.entity.js';
import { ThreadReadersRepository } from './thread-readers.repository.js';
import type { ThreadEntity } from './thread.entity.js';
import { ThreadsRepository } from './threads.repository.js';

/**
 * Keeps who has read what, with the badges that follow from it. Call it inside a transaction with the thread locked,
 * so that no message comes between the counting and the keeping.
 */
@Injectable()
export class ReadMessages {
  constructor(
    private readonly threads: ThreadsRepository,
    private readonly messages: MessagesRepository,
    private readonly readers: ThreadReadersRepository,
    private readonly telling: TellOfThread,
    private readonly identifiers: Identifiers,
    private readonly clock: Clock,
  ) {}

  /** The reader has seen everything up to the message. Reading backwards changes nothing. */
  async markRead(thread: ThreadEntity, reader: Author, messageId: string): Promise<void> {
    const row = await this.rowOf(thread, reader);
    // Nobody has read beyond the end, whatever id they send: what comes next would never count as unread.
    const upToMessageId = messageId < thread.lastMessageId ? messageId : thread.lastMessageId;
    if (row.lastReadMessageId !== null && row.lastReadMessageId >= upToMessageId) return;
    const unread = await this.messages.listUnread(thread.id, reader.id, row.lastReadMessageId);
    const seen = unread.filter(({ id }) => id <= upToMessageId);
    for (const { id } of seen) await this.keep(id, reader);
    await this.readers.setRead(row.id, upToMessageId, unread.length - seen.length);
    if (reader.side === 'worker') await this.recountForTeam(thread);
    await this.telling.ofChange(thread);
  }

  /** A message was taken back: whoever had not read it has one fewer to read. */
  async forget(thread: ThreadEntity, side: MessageAuthor): Promise<void> {
    for (const row of await this.readers.listOf(thread.id, 'carer')) await this.recount(thread, row);
    for (const row of await this.readers.listOf(thread.id, 'worker')) await this.recount(thread, row);
    if (side === 'carer') await this.recountForTeam(thread);
  }

  private async rowOf(thread: ThreadEntity, { side, id }: Author): Promise<ThreadReaderEntity> {
    const found = await this.readers.find(thread.id, id);
    if (found) return found;
    // A carer sees a thread by having a row; a worker gets one by reading.
    if (side === 'carer') throw notFound();
    const row = {
      id: this.identifiers.next(),
      threadId: thread.id,
      side,
      readerId: id,
      accountId: thread.accountId,
      lastMessageId: thread.lastMessageId,
      lastReadMessageId: null,
      unreadCount: 0,
    };
    await this.readers.add(row);
    return row;
  }

  private async keep(messageId: string, { side, id }: Author): Promise<void> {
    const readAt = this.clock.now();
    await this.messages.read({ id: this.identifiers.next(), messageId, side, readerId: id, readAt });
  }

  private async recount(thread: ThreadEntity, row: ThreadReaderEntity): Promise<void> {
    const unread = await this.messages.listUnread(thread.id, row.readerId, row.lastReadMessageId);
    await this.readers.setRead(row.id, row.lastReadMessageId, unread.length);
  }

  /** For the team a message is read once any of its workers has seen it. */
  private async recountForTeam(thread: ThreadEntity): Promise<void> {
    const last = await this.lastReadByWorkers(thread.id);
    const unreadCount = await this.messages.countBy(thread.id, 'carer', last);
    await this.threads.change({ id: thread.id }, { unreadCount });
  }

  private async lastReadByWorkers(threadId: string): Promise<string | null> {
    const rows = await this.readers.listOf(threadId, 'worker');
    return rows.reduce<string | null>((last, row) => {
      const { lastReadMessageId } = row;
      return lastReadMessageId !== null && lastReadMessageId > (last ?? '') ? lastReadMessageId : last;
    }, null);
  }
}
