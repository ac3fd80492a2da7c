import type { SignedInWorker } from '../request/request-context.js';

/** Which addresses hold an invitation; the invitations feature answers. Addresses are given as their blind index. */
export abstract class InvitedAddresses {
  /** Whether an invitation is open for the address, so that it may sign up (security-rules 5.3). */
  abstract isInvited(emailKey: string): Promise<boolean>;
  /** Whether an invitation waits for this user's approval. */
  abstract hasOpen(emailKey: string): Promise<boolean>;
}

/** Which carer a sign-in belongs to; the people feature answers. Addresses are given as their blind index. */
export abstract class CarersByAddress {
  /** The person whom the council knows by this address, and the team that looks after them. */
  abstract find(emailKey: string): Promise<{ id: string; teamId: string | null } | null>;
  /** Whether the worker may see that person; false when there is none. */
  abstract isVisibleTo(worker: SignedInWorker, emailKey: string): Promise<boolean>;
}
