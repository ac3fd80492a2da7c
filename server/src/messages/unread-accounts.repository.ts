import { Injectable } from '@nestjs/common';
import { OpenedAccounts } from '../accounts/index.js';

/** A carer's accounts, read with the session of the request, each with what they have not read there. */
@Injectable()
export class UnreadAccounts extends OpenedAccounts<{ unread: unknown }> {
  override readonly extra = `(SELECT SUM(reader.unreadCount) FROM thread_readers reader
    WHERE reader.readerId = access.userId AND reader.accountId = access.personId AND reader.unreadCount > 0) AS unread`;
}
