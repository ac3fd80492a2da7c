import type { MessageAuthor } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { changeIf, changeWhere, increment, insertOnce } from '../database/changes.js';
import { Database } from '../database/database.js';
import { ThreadReaderEntity } from './thread-reader.entity.js';

@Injectable()
export class ThreadReadersRepository {
  constructor(private readonly database: Database) {}

  async find(threadId: string, readerId: string): Promise<ThreadReaderEntity | null> {
    const from = 'FROM thread_readers reader WHERE reader.threadId = ? AND reader.readerId = ?';
    const [found] = await this.database.select({ reader: ThreadReaderEntity }, from, [threadId, readerId]);
    return found?.reader ?? null;
  }

  listOf(threadId: string, side: MessageAuthor): Promise<ThreadReaderEntity[]> {
    return this.database.run((manager) => manager.findBy(ThreadReaderEntity, { threadId, side }));
  }

  /** False when the reader has the thread already. */
  add(reader: ThreadReaderEntity): Promise<boolean> {
    return this.database.run((manager) => insertOnce(manager, ThreadReaderEntity, reader));
  }

  /** A message was sent: the thread moves to the top of everybody's list, and everybody but its author has one unread. */
  async tellOf(messageId: string, threadId: string, authorId: string): Promise<void> {
    await this.database.run(async (manager) => {
      const lastMessageId = messageId;
      await changeWhere(manager, ThreadReaderEntity, {
        where: { threadId, readerId: Not(authorId) },
        set: { lastMessageId, unreadCount: increment('unreadCount') },
      });
      await changeWhere(manager, ThreadReaderEntity, {
        where: { threadId, readerId: authorId },
        set: { lastMessageId },
      });
    });
  }

  /** The newest message was taken back: the thread goes back to its place before, in everybody's list. */
  async setLast(threadId: string, lastMessageId: string): Promise<void> {
    await this.database.run((manager) =>
      changeWhere(manager, ThreadReaderEntity, { where: { threadId }, set: { lastMessageId } }),
    );
  }

  async removeAll(threadId: string): Promise<void> {
    await this.database.run((manager) => manager.delete(ThreadReaderEntity, { threadId }));
  }

  setRead(id: string, lastReadMessageId: string | null, unreadCount: number): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, ThreadReaderEntity, { where: { id }, set: { lastReadMessageId, unreadCount } }),
    );
  }

  async clearUnread(threadId: string): Promise<void> {
    await this.database.run((manager) =>
      changeWhere(manager, ThreadReaderEntity, { where: { threadId }, set: { unreadCount: 0 } }),
    );
  }
}
