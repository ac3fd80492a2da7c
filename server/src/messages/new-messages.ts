import type { MyThreadSummary } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import type { UsableAccount } from '../accounts/index.js';
import { MyThreadView } from './my-thread.view.js';
import { MyThreadsRepository } from './my-threads.repository.js';

/** Threads in one list of what is new; whoever has more reads these first. */
const MOST_LISTED = 100;

/** What a carer has not read, for the tile 'New messages' and the list over all accounts. */
@Injectable()
export class NewMessages {
  constructor(
    private readonly rows: MyThreadsRepository,
    private readonly view: MyThreadView,
  ) {}

  /** How many, by the account; accounts without any are left out. */
  countByAccount(userId: string): Promise<ReadonlyMap<string, number>> {
    return this.rows.countUnread(userId);
  }

  /** The threads of these accounts that have something unread, newest first. */
  async list(userId: string, accounts: ReadonlyMap<string, UsableAccount>): Promise<MyThreadSummary[]> {
    const rows = await this.rows.listUnread({ userId, accountIds: [...accounts.keys()] }, MOST_LISTED);
    return this.view.summaries(rows, accounts);
  }
}
