import type { MyAccount, MyThreadSummary, WhatsNewItem } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Nicknames, UsableAccounts, type UsableAccount } from '../accounts/index.js';
import { AuditTrail } from '../audit/index.js';
import { Database } from '../database/database.js';
import { notFound } from '../errors/domain-error.js';
import { NewMessages, UnreadAccounts } from '../messages/index.js';
import { ownAccountFirst } from '../people/index.js';
import { signedInCarer, type RequestContext } from '../request/request-context.js';

/** The carer's own accounts: 'Select an account', the dashboard, and what is new over all of them. */
@Injectable()
export class DashboardService {
  constructor(
    private readonly accounts: UsableAccounts,
    private readonly nicknames: Nicknames,
    private readonly messages: NewMessages,
    private readonly unread: UnreadAccounts,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /** Their own account first, then the children by name. */
  async listMine(context: RequestContext): Promise<{ items: MyAccount[] }> {
    const { accounts, unread } = await this.opened(context);
    const items = [...accounts.values()].map((account) => viewOf(account, unread));
    return { items: items.sort(ownAccountFirst) };
  }

  /** The same NOT_FOUND for an account that does not exist and one that is another's. */
  async open(context: RequestContext, accountId: string): Promise<MyAccount> {
    const { accounts, unread } = await this.opened(context);
    const account = accounts.get(accountId);
    if (!account) throw notFound();
    await this.audit.record(context, {
      action: 'account.opened',
      objectType: 'account',
      objectId: accountId,
    });
    return viewOf(account, unread);
  }

  async setNickname(context: RequestContext, accountId: string, nickname: string | null): Promise<MyAccount> {
    const { userId } = signedInCarer(context);
    const { accessId, person } = await this.accounts.get(userId, accountId);
    await this.database.transaction(async () => {
      await this.nicknames.set(accessId, nickname, person.dataKeyId);
      await this.audit.record(context, {
        action: 'account.nicknamed',
        objectType: 'account',
        objectId: accountId,
      });
    });
    const account = await this.accounts.get(userId, accountId);
    return viewOf(account, await this.messages.countByAccount(userId));
  }

  /** The newest first. */
  async listWhatsNew(context: RequestContext): Promise<{ items: WhatsNewItem[] }> {
    const { userId } = signedInCarer(context);
    const threads = await this.messages.list(userId, await this.accounts.list(userId));
    return { items: threads.map(itemOf) };
  }

  private async opened(context: RequestContext) {
    const rows = this.unread.of(context.actor);
    const unread = new Map(rows.map((row) => [row.access.personId, Number(row.unread ?? 0)]));
    return { accounts: await this.accounts.listOf(context, rows), unread };
  }
}

const viewOf = (
  { id, person, carerId, nickname }: UsableAccount,
  unread: ReadonlyMap<string, number>,
): MyAccount => ({
  id,
  name: person.name,
  nickname,
  kind: person.kind,
  isOwnAccount: carerId === id,
  newMessages: unread.get(id) ?? 0,
  itemsToView: 0,
  itemsToComplete: 0,
});

const itemOf = (thread: MyThreadSummary): WhatsNewItem => ({
  kind: 'message',
  id: thread.id,
  accountId: thread.accountId,
  accountName: thread.accountName,
  nickname: thread.nickname,
  title: thread.subject,
  fromName: thread.lastAuthorName,
  at: thread.lastMessageAt,
  unreadCount: thread.unreadCount,
});
