import { Injectable } from '@nestjs/common';
import { AccountHolders, UsableAccounts, type UsableAccount } from '../accounts/index.js';
import { notFound } from '../errors/domain-error.js';
import { signedInCarer, type RequestContext } from '../request/request-context.js';
import { accessEnded, threadLocked, threadMoved } from './message.errors.js';
import { MyThreadsRepository, type MyThreadRow } from './my-threads.repository.js';
import type { ThreadReaderEntity } from './thread-reader.entity.js';
import { ThreadReadersRepository } from './thread-readers.repository.js';
import type { ThreadEntity } from './thread.entity.js';
import { replyRefusalOf } from './thread.policy.js';
import { ThreadsRepository } from './threads.repository.js';

const refusals = { access_ended: accessEnded, moved: threadMoved, locked: threadLocked };

/** A thread that a carer may see, with their place in it. */
export interface MyReading {
  readonly row: MyThreadRow;
  readonly account: UsableAccount;
}

/**
 * What a carer may see and answer: threads that were sent to them, while they may use the account (domain 8.2). What
 * they may not see is NOT_FOUND, as if it did not exist.
 */
@Injectable()
export class MyThreadScope {
  constructor(
    private readonly rows: MyThreadsRepository,
    private readonly readers: ThreadReadersRepository,
    private readonly threads: ThreadsRepository,
    private readonly accounts: UsableAccounts,
    private readonly holders: AccountHolders,
  ) {}

  async getVisible(userId: string, threadId: string): Promise<MyReading> {
    const found = await this.findVisible(userId, threadId);
    if (!found) throw notFound();
    return found;
  }

  async findVisible(userId: string, threadId: string): Promise<MyReading | null> {
    const [row, accounts] = await Promise.all([this.rows.find(threadId, userId), this.accounts.list(userId)]);
    return readingOf(row, accounts);
  }

  /** As `getVisible`, for a handler that was opened with `OpenedAccounts`. */
  async getOpened(context: RequestContext, threadId: string): Promise<MyReading> {
    const { userId } = signedInCarer(context);
    const [row, accounts] = await Promise.all([
      this.rows.find(threadId, userId),
      this.accounts.listOpened(context),
    ]);
    const found = readingOf(row, accounts);
    if (!found) throw notFound();
    return found;
  }

  getAccount(userId: string, accountId: string): Promise<UsableAccount> {
    return this.accounts.get(userId, accountId);
  }

  /** The thread, locked for the reply. Throws why not to whoever has read it. */
  async lockToReply(userId: string, threadId: string): Promise<ThreadEntity> {
    const { accountId } = await this.getReader(userId, threadId);
    const thread = (await this.threads.lock(threadId))!;
    const refusal = replyRefusalOf(thread, (await this.accounts.list(userId)).has(accountId));
    if (refusal !== null) throw refusals[refusal]();
    return thread;
  }

  /** The account to write about. ACCESS_ENDED to whoever could use it before, so that the screen keeps their text. */
  async accountToWriteAbout(userId: string, accountId: string): Promise<UsableAccount> {
    const account = (await this.accounts.list(userId)).get(accountId);
    if (account) return account;
    throw (await this.holders.hasHeld(userId, accountId)) ? accessEnded() : notFound();
  }

  private async getReader(userId: string, threadId: string): Promise<ThreadReaderEntity> {
    const reader = await this.readers.find(threadId, userId);
    if (!reader) throw notFound();
    return reader;
  }
}

function readingOf(row: MyThreadRow | null, accounts: ReadonlyMap<string, UsableAccount>): MyReading | null {
  const account = row && accounts.get(row.reader.accountId);
  return account ? { row, account } : null;
}
