import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { outer } from '../database/entity-rows.js';
import { inList } from '../database/prepared-statements.js';
import { MessageTypeEntity } from './message-type.entity.js';
import { MessageEntity } from './message.entity.js';
import { ThreadReaderEntity } from './thread-reader.entity.js';
import { ThreadEntity } from './thread.entity.js';

/** Threads on one page of a carer's list. */
export const THREAD_PAGE = 20;

/** The last thread of the page before: whether it was among the unread ones, and its newest message. */
export interface MyThreadPlace {
  readonly isUnread: boolean;
  readonly lastMessageId: string;
}

/** Whose threads, and about which accounts. */
interface Whose {
  readonly userId: string;
  readonly accountIds: readonly string[];
}

const shown = {
  reader: ThreadReaderEntity,
  thread: ThreadEntity,
  newest: outer(MessageEntity),
  type: outer(MessageTypeEntity),
};
const WITH_WHAT_IS_SHOWN = `JOIN threads thread ON thread.id = reader.threadId
  LEFT JOIN messages newest ON newest.id = reader.lastMessageId
  LEFT JOIN message_types type ON type.id = thread.typeId`;

/** A carer's place in a thread, with what lists show of it; the stub of a moved thread has no newest message. */
export interface MyThreadRow {
  readonly reader: ThreadReaderEntity;
  readonly thread: ThreadEntity;
  readonly newest: MessageEntity | null;
  readonly type: MessageTypeEntity | null;
}

/** A carer's lists: every row here is one thread that they read, and each list is one statement over an index. */
@Injectable()
export class MyThreadsRepository {
  constructor(private readonly database: Database) {}

  /** Null when the carer does not read the thread. */
  async find(threadId: string, userId: string): Promise<MyThreadRow | null> {
    const from = `FROM thread_readers reader ${WITH_WHAT_IS_SHOWN} WHERE reader.threadId = ? AND reader.readerId = ?`;
    const [row] = await this.database.select(shown, from, [threadId, userId]);
    return row ?? null;
  }

  /** Unread first, then the newest; one more than a page, to show whether there is a next one. */
  async page(whose: Whose, after: MyThreadPlace | null): Promise<MyThreadRow[]> {
    const unread = partOf(whose, '> 0', after?.isUnread ? after : null);
    const read = partOf(whose, '= 0', after && !after.isUnread ? after : null);
    const rows = await this.listOf(whose, after && !after.isUnread ? [read] : [unread, read]);
    return rows.slice(0, THREAD_PAGE + 1);
  }

  /** Those with something unread, the newest first. */
  listUnread(whose: Whose, limit: number): Promise<MyThreadRow[]> {
    return this.listOf(whose, [partOf(whose, '> 0', null, limit)]);
  }

  /** How many messages the user has not read, by the account; accounts without any are left out. */
  async countUnread(userId: string): Promise<ReadonlyMap<string, number>> {
    const counts = await this.database.selectRows<{ accountId: string; unread: unknown }>(
      `SELECT accountId, SUM(unreadCount) AS unread FROM thread_readers
       WHERE readerId = ? AND unreadCount > 0 GROUP BY accountId`,
      [userId],
    );
    return new Map(counts.map(({ accountId, unread }) => [accountId, Number(unread)]));
  }

  private async listOf({ accountIds }: Whose, parts: readonly Part[]): Promise<MyThreadRow[]> {
    if (accountIds.length === 0) return [];
    const rows = await this.database.select(
      shown,
      `FROM (${parts.map(({ sql }) => sql).join(' UNION ALL ')}) page
       JOIN thread_readers reader ON reader.id = page.id ${WITH_WHAT_IS_SHOWN}`,
      parts.flatMap(({ values }) => values),
    );
    return rows.sort(unreadThenNewest);
  }
}

/** The ids of one page of the unread threads or of the read ones. */
interface Part {
  readonly sql: string;
  readonly values: readonly unknown[];
}

function partOf(
  { userId, accountIds }: Whose,
  unreadCount: '> 0' | '= 0',
  after: MyThreadPlace | null,
  limit = THREAD_PAGE + 1,
): Part {
  if (accountIds.length === 0) return { sql: '', values: [] };
  const { places, values } = inList(accountIds);
  const beyond = after ? 'AND lastMessageId < ?' : '';
  return {
    sql: `SELECT * FROM (SELECT id FROM thread_readers
      WHERE readerId = ? AND accountId IN ${places} AND unreadCount ${unreadCount} ${beyond}
      ORDER BY lastMessageId DESC LIMIT ${limit}) ${unreadCount === '> 0' ? 'unread' : 'seen'}`,
    values: [userId, ...values, ...(after ? [after.lastMessageId] : [])],
  };
}

function unreadThenNewest({ reader: a }: MyThreadRow, { reader: b }: MyThreadRow): number {
  const byUnread = Number(b.unreadCount > 0) - Number(a.unreadCount > 0);
  return byUnread || (a.lastMessageId < b.lastMessageId ? 1 : -1);
}
