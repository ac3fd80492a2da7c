import type { MyThreadSummary } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import type { UsableAccount } from '../accounts/index.js';
import { Teams, Workers } from '../staff/index.js';
import { AuthorNames } from './author-names.js';
import { MessageSeal } from './message-seal.js';
import { MessageViews } from './message-views.js';
import type { MessageEntity } from './message.entity.js';
import type { MyThreadRow } from './my-threads.repository.js';
import type { ThreadEntity } from './thread.entity.js';

/** The newest message of a thread, as lists show it. */
type Newest = Pick<MyThreadSummary, 'excerpt' | 'lastAuthorName' | 'isWaiting'>;

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
      rows.map(async ({ reader: { threadId, accountId, unreadCount }, thread, newest, type }) => {
        const account = accounts.get(accountId)!;
        return {
          id: threadId,
          accountId,
          accountName: account.person.name,
          nickname: account.nickname,
          typeName: type?.name ?? '',
          subject: await this.seal.openSubject(thread),
          ...(newest ? await this.newestFrom(newest, names) : NOTHING_THERE),
          lastMessageAt: thread.lastMessageAt.toISOString(),
          unreadCount,
          isMoved: thread.movedToThreadId !== null,
        };
      }),
    );
  }

  /** The worker who has the thread or was written to, else the team; empty when it has none. */
  async withWhom({ holderId, addresseeId, teamId }: ThreadEntity): Promise<string> {
    const workerId = holderId ?? addresseeId;
    const worker = workerId && (await this.workers.names([workerId])).get(workerId);
    if (worker) return worker;
    return (teamId && (await this.teams.names()).get(teamId)) || '';
  }

  private async newestFrom(message: MessageEntity, names: ReadonlyMap<string, string>): Promise<Newest> {
    return {
      excerpt: await this.views.excerptOf(message),
      lastAuthorName: names.get(message.authorId) ?? '',
      isWaiting: message.author === 'carer',
    };
  }
}

/** What the stub of a moved thread shows: its messages went with it. */
const NOTHING_THERE: Newest = { excerpt: '', lastAuthorName: '', isWaiting: false };
