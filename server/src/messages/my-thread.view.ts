import type { MyThreadSummary } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import type { UsableAccount } from '../accounts/index.js';
import { Teams, Workers } from '../staff/index.js';
import { AuthorNames } from './author-names.js';
import { MessageSeal } from './message-seal.js';
import { MessageTypesRepository } from './message-types.repository.js';
import { MessageViews } from './message-views.js';
import type { MessageEntity } from './message.entity.js';
import { MessagesRepository } from './messages.repository.js';
import type { ThreadReaderEntity } from './thread-reader.entity.js';
import type { ThreadEntity } from './thread.entity.js';

/** The newest message of a thread, as lists show it. */
type Newest = Pick<MyThreadSummary, 'excerpt' | 'lastAuthorName' | 'isWaiting'>;

/** Threads as carers see them. */
@Injectable()
export class MyThreadView {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly views: MessageViews,
    private readonly names: AuthorNames,
    private readonly types: MessageTypesRepository,
    private readonly workers: Workers,
    private readonly teams: Teams,
    private readonly seal: MessageSeal,
  ) {}

  /** In the order of the rows, each with its thread and account. */
  async summaries(
    readers: readonly ThreadReaderEntity[],
    threads: readonly ThreadEntity[],
    accounts: ReadonlyMap<string, UsableAccount>,
  ): Promise<MyThreadSummary[]> {
    const byId = new Map(threads.map((thread) => [thread.id, thread]));
    const newest = await this.newestOf(readers.map(({ lastMessageId }) => lastMessageId));
    const typeNames = await this.types.names();
    return Promise.all(
      readers.map(async ({ threadId, accountId, lastMessageId, unreadCount }) => {
        const [thread, account] = [byId.get(threadId)!, accounts.get(accountId)!];
        return {
          id: threadId,
          accountId,
          accountName: account.person.name,
          nickname: account.nickname,
          typeName: (thread.typeId && typeNames.get(thread.typeId)) || '',
          subject: await this.seal.openSubject(thread),
          ...(newest.get(lastMessageId) ?? NOTHING_THERE),
          lastMessageAt: thread.lastMessageAt.toISOString(),
          unreadCount,
        };
      }),
    );
  }

  /** The worker who has the thread or was written to, else the team; empty when it has none. */
  async withWhom({ holderId, addresseeId, teamId }: ThreadEntity): Promise<string> {
    const workerId = holderId ?? addresseeId;
    const worker = workerId === null ? null : await this.workers.find(workerId);
    if (worker) return worker.name;
    return (teamId && (await this.teams.names()).get(teamId)) || '';
  }

  private async newestOf(messageIds: readonly string[]): Promise<Map<string, Newest>> {
    const found = await this.messages.list(messageIds);
    const names = await this.names.list(
      found.map(({ author, authorId }) => ({ side: author, id: authorId })),
    );
    const views = await Promise.all(found.map((message) => this.newestFrom(message, names)));
    return new Map(views.map((view, index) => [found[index]!.id, view]));
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
