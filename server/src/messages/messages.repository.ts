import type { MessageAuthor } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not } from 'typeorm';
import { changeIf, insertOnce } from '../database/changes.js';
import { Database } from '../database/database.js';
import { inList } from '../database/prepared-statements.js';
import { MessageReadEntity } from './message-read.entity.js';
import { MessageEntity } from './message.entity.js';

/** Messages on one page of a thread. */
export const MESSAGE_PAGE = 30;

@Injectable()
export class MessagesRepository {
  constructor(private readonly database: Database) {}

  async insert(message: MessageEntity): Promise<void> {
    await this.database.run((manager) => manager.insert(MessageEntity, message));
  }

  find(id: string): Promise<MessageEntity | null> {
    return this.database.selectById(MessageEntity, id);
  }

  list(ids: readonly string[]): Promise<MessageEntity[]> {
    return this.database.selectByIds(MessageEntity, ids);
  }

  /** Of the newest message, also when it was taken back: the next one comes after it. Null when there is none. */
  async findNewestId(threadId: string): Promise<string | null> {
    const newest = await this.database.run((manager) =>
      manager.findOne(MessageEntity, { select: { id: true }, where: { threadId }, order: { id: 'DESC' } }),
    );
    return newest?.id ?? null;
  }

  /** The newest first, before `beforeId`; one more than a page, to show whether there are older ones. */
  async page(threadId: string, beforeId?: string): Promise<MessageEntity[]> {
    const [before, values] = beforeId === undefined ? ['', []] : ['AND message.id < ?', [beforeId]];
    const found = await this.database.select(
      { message: MessageEntity },
      `FROM messages message WHERE message.threadId = ? ${before}
       ORDER BY message.id DESC LIMIT ${MESSAGE_PAGE + 1}`,
      [threadId, ...values],
    );
    return found.map(({ message }) => message);
  }

  /** What somebody has not read after `afterId` (null: at all): messages of others that were not taken back. */
  listUnread(threadId: string, readerId: string, afterId: string | null): Promise<MessageEntity[]> {
    return this.database.run((manager) =>
      manager.findBy(MessageEntity, {
        threadId,
        authorId: Not(readerId),
        withdrawnAt: IsNull(),
        ...(afterId === null ? {} : { id: MoreThan(afterId) }),
      }),
    );
  }

  /** Messages by one side after `afterId` (null: all), not taken back: what the other side may not have read yet. */
  countBy(threadId: string, author: MessageAuthor, afterId: string | null): Promise<number> {
    return this.database.run((manager) =>
      manager.countBy(MessageEntity, {
        threadId,
        author,
        withdrawnAt: IsNull(),
        ...(afterId === null ? {} : { id: MoreThan(afterId) }),
      }),
    );
  }

  /** False when it was taken back before. */
  withdraw(id: string, authorId: string, withdrawnAt: Date): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, MessageEntity, {
        where: { id, authorId, withdrawnAt: IsNull() },
        set: { withdrawnAt },
      }),
    );
  }

  /** Keeps that somebody read the message; the first time counts. */
  async read(read: MessageReadEntity): Promise<void> {
    await this.database.run((manager) => insertOnce(manager, MessageReadEntity, read));
  }

  /** The earliest first. */
  async listReads(messageIds: readonly string[]): Promise<MessageReadEntity[]> {
    if (messageIds.length === 0) return [];
    const { places, values } = inList(messageIds);
    const from = `FROM message_reads seen WHERE seen.messageId IN ${places}`;
    const found = await this.database.select({ seen: MessageReadEntity }, from, values);
    return found.map(({ seen }) => seen).sort(earliestFirst);
  }

  /** Every message of a thread, oldest first. */
  listAll(threadId: string): Promise<MessageEntity[]> {
    return this.database.run((manager) =>
      manager.find(MessageEntity, { where: { threadId }, order: { id: 'ASC' } }),
    );
  }

  async removeAll(threadId: string): Promise<void> {
    await this.database.run((manager) => manager.delete(MessageEntity, { threadId }));
  }
}

const earliestFirst = (a: MessageReadEntity, b: MessageReadEntity): number =>
  a.readAt.getTime() - b.readAt.getTime() || (a.id < b.id ? -1 : 1);
