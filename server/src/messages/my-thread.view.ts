import type { MyThreadSummary } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import type { UsableAccount } from '../accounts/index.js';
import { Teams, Workers } from '../staff/index.js';
import { AuthorNames } from './author-names.js';
import { MessageSeal } from './message-seal.js';
import { MessageViews } from './message-views.js';
import type { MyThreadRow } from './my-threads.repository.js';
import type { ThreadEntity } from './thread.entity.js';

/** Threads as carers see them. */
@Injectable()
export class MyThreadView {
  constructor(
    private readonly views: MessageViews,
    private readonly names: AuthorNames,
    private readonly workers: Workers,
    private readonly teams: Teams,
    private readonly seal: MessageSeal,
  ) {}

  /** In the order of the rows. */
  async summaries(
    rows: readonly MyThreadRow[],
    accounts: ReadonlyMap<string, UsableAccount>,
  ): Promise<MyThreadSummary[]> {
    const authors = rows.flatMap(({ newest }) =>
      newest ? [{ side: newest.author, id: newest.authorId }] : [],
    );
    const names = await this.names.list(authors);
    return Promise.all(
      rows.map(async (row) => ({
        ...(await this.head(row, accounts.get(row.reader.accountId)!)),
        excerpt: row.newest ? await this.views.excerptOf(row.newest) : '',
        lastAuthorName: (row.newest && names.get(row.newest.authorId)) ?? '',
      })),
    );
  }

  /** What a list and the thread's own page say alike. The stub of a moved thread has no message: they went with it. */
  async head({ reader, thread, newest, type }: MyThreadRow, account: UsableAccount) {
    return {
      id: thread.id,
      accountId: account.id,
      accountName: account.person.name,
      nickname: account.nickname,
      typeName: type?.name ?? '',
      subject: await this.seal.openSubject(thread),
      lastMessageAt: thread.lastMessageAt.toISOString(),
      unreadCount: reader.unreadCount,
      isWaiting: newest?.author === 'carer',
      isMoved: thread.movedToThreadId !== null,
    };
  }

  /** The worker who has the thread or was written to, else the team; empty when it has none. */
  async withWhom({ holderId, addresseeId, teamId }: ThreadEntity): Promise<string> {
    const workerId = holderId ?? addresseeId;
    const worker = workerId && (await this.workers.names([workerId])).get(workerId);
    if (worker) return worker;
    return (teamId && (await this.teams.names()).get(teamId)) || '';
  }
}
