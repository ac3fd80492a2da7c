import type { RequestContext } from '../request/request-context.js';

/** What was mailed to a carer on the strength of an address; the invitations feature answers. */
export abstract class MailedOffers {
  /**
   * In the transaction that changes the carer's address: whatever went to another one is void. The address on file is
   * given as its blind index.
   */
  abstract voidAllBut(context: RequestContext, carerId: string, emailIndex: string | null): Promise<void>;
}
