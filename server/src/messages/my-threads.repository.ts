import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Database } from '../database/database.js';
import { ThreadReaderEntity } from './thread-reader.entity.js';

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

/** A carer's lists: every row here is one thread that they read, and each list is one statement over an index. */
@Injectable()
export class MyThreadsRepository {
  constructor(private readonly database: Database) {}

  /** Unread first, then the newest; one more than a page, to show whether there is a next one. */
  page(whose: Whose, after: MyThreadPlace | null): Promise<ThreadReaderEntity[]> {
    return this.listOf(whose, (query) => {
      if (after) query.andWhere(afterPlace(after), { last: after.lastMessageId });
      return query
        .addSelect('CASE WHEN reader.unreadCount > 0 THEN 1 ELSE 0 END', 'isUnread')
        .orderBy('isUnread', 'DESC')
        .addOrderBy('reader.lastMessageId', 'DESC')
        .limit(THREAD_PAGE + 1);
    });
  }

  /** Those with something unread, the newest first. */
  listUnread(whose: Whose, limit: number): Promise<ThreadReaderEntity[]> {
    return this.listOf(whose, (query) =>
      query.andWhere('reader.unreadCount > 0').orderBy('reader.lastMessageId', 'DESC').limit(limit),
    );
  }

  /** How many messages the user has not read, by the account; accounts without any are left out. */
  async countUnread(userId: string): Promise<ReadonlyMap<string, number>> {
    const counts = await this.database.run((manager) =>
      manager
        .createQueryBuilder(ThreadReaderEntity, 'reader')
        .select('reader.accountId', 'accountId')
        .addSelect('SUM(reader.unreadCount)', 'unread')
        .where('reader.readerId = :userId', { userId })
        .andWhere('reader.unreadCount > 0')
        .groupBy('reader.accountId')
        .getRawMany<{ accountId: string; unread: unknown }>(),
    );
    return new Map(counts.map(({ accountId, unread }) => [accountId, Number(unread)]));
  }

  private async listOf(
    { userId, accountIds }: Whose,
    narrow: (query: SelectQueryBuilder<ThreadReaderEntity>) => SelectQueryBuilder<ThreadReaderEntity>,
  ): Promise<ThreadReaderEntity[]> {
    if (accountIds.length === 0) return [];
    return this.database.run((manager) => {
      const query = manager
        .createQueryBuilder(ThreadReaderEntity, 'reader')
        .where('reader.readerId = :userId', { userId })
        .andWhere('reader.accountId IN (:...accountIds)', { accountIds: [...accountIds] });
      return narrow(query).getMany();
    });
  }
}

const afterPlace = ({ isUnread }: MyThreadPlace): string =>
  isUnread
    ? '(reader.unreadCount = 0 OR reader.lastMessageId < :last)'
    : '(reader.unreadCount = 0 AND reader.lastMessageId < :last)';
