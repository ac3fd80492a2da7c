import type { MyThread } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { UsableAccounts } from '../accounts/index.js';
import { AuditTrail } from '../audit/index.js';
import { Database } from '../database/database.js';
import { DomainError, notFound } from '../errors/domain-error.js';
import { signedInCarer, type RequestContext } from '../request/request-context.js';
import { MessageViews } from './message-views.js';
import { MyThreadScope } from './my-thread-scope.js';
import { MyThreadView } from './my-thread.view.js';
import { MyThreadsRepository, THREAD_PAGE, type MyThreadPlace } from './my-threads.repository.js';
import { ReadMessages } from './read-messages.js';
import type { ThreadReaderEntity } from './thread-reader.entity.js';
import type { ThreadEntity } from './thread.entity.js';
import { replyRefusalOf } from './thread.policy.js';
import { ThreadsRepository } from './threads.repository.js';

/** Which threads to list: of one account or of all, from the beginning or after a page. */
interface MyThreadQuery {
  readonly accountId?: string | undefined;
  readonly cursor?: string | undefined;
}

/** Reading one's messages. */
@Injectable()
export class MyThreads {
  constructor(
    private readonly rows: MyThreadsRepository,
    private readonly threads: ThreadsRepository,
    private readonly scope: MyThreadScope,
    private readonly accounts: UsableAccounts,
    private readonly view: MyThreadView,
    private readonly messages: MessageViews,
    private readonly reading: ReadMessages,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  async list(context: RequestContext, { accountId, cursor }: MyThreadQuery) {
    const { userId } = signedInCarer(context);
    const accounts = await this.accounts.listOpened(context);
    if (accountId !== undefined && !accounts.has(accountId)) throw notFound();
    const accountIds = accountId === undefined ? [...accounts.keys()] : [accountId];
    const found = await this.rows.page({ userId, accountIds }, placeOf(cursor));
    const page = found.slice(0, THREAD_PAGE);
    const items = await this.view.summaries(page, accounts);
    return { items, ...(found.length > THREAD_PAGE ? { nextCursor: cursorOf(page.at(-1)!.reader) } : {}) };
  }

  /** Opening a thread is audited; it does not count as reading it. */
  async get(context: RequestContext, id: string, cursor: string | undefined): Promise<MyThread> {
    const { userId } = signedInCarer(context);
    const { row, account } = await this.scope.getOpened(context, id);
    const { thread } = row;
    await this.audit.record(context, { action: 'thread.opened', objectType: 'thread', objectId: id });
    const [head, withWhom, page] = await Promise.all([
      this.view.head(row, account),
      this.view.withWhom(thread),
      this.messages.page(id, { side: 'carer', id: userId }, cursor),
    ]);
    return {
      ...head,
      withWhom,
      isPrivate: thread.isPrivate,
      replyRefusal: replyRefusalOf(thread, true),
      movedTo: await this.movedTo(userId, thread),
      ...page,
    };
  }

  async markRead(context: RequestContext, id: string, upToMessageId: string): Promise<void> {
    const { userId } = signedInCarer(context);
    await this.scope.getVisible(userId, id);
    await this.database.transaction(async () => {
      const thread = (await this.threads.lock(id))!;
      await this.reading.markRead(thread, { side: 'carer', id: userId }, upToMessageId);
    });
  }

  private async movedTo(userId: string, { movedToThreadId }: ThreadEntity): Promise<MyThread['movedTo']> {
    const there = movedToThreadId && (await this.scope.findVisible(userId, movedToThreadId));
    if (!there) return null;
    const { row, account } = there;
    return { threadId: row.thread.id, accountId: account.id, accountName: account.person.name };
  }
}

const cursorOf = ({ unreadCount, lastMessageId }: ThreadReaderEntity): string =>
  `${unreadCount > 0 ? 'u' : 'r'}${lastMessageId}`;

/** Where the page after this cursor starts. One that we never gave is refused. */
function placeOf(cursor: string | undefined): MyThreadPlace | null {
  if (cursor === undefined) return null;
  const [, part, lastMessageId] = /^([ur])([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (lastMessageId !== undefined) return { isUnread: part === 'u', lastMessageId };
  throw new DomainError('invalid', 'INVALID_INPUT', { fields: { cursor: 'INVALID' } });
}
