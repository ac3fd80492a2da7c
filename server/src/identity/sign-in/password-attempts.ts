import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { PasswordHash } from '../../crypto/password-hash.js';
import { TooBusy } from '../../crypto/password-gate.js';
import { Database } from '../../database/database.js';
import { Log } from '../../log/log.js';
import type { RequestContext } from '../../request/request-context.js';
import { Limits, networkOf } from '../../limits/index.js';
import { authFailed } from '../identity.errors.js';
import { AttemptBuckets, type Attempt, type Claimant } from './attempt-buckets.js';

/** Failures from one network, whichever address they try (security-rules 5.9). */
const FAILURES = 'sign-in-failures';
const FAILURES_OF_NETWORK = { count: 30, perMs: 5 * 60_000 };
/** One address tried from many places is a person; many addresses from one place are not. */
const ALERT_WINDOW_MS = 10 * 60_000;
const ADDRESSES_BEFORE_ALERT = 99;

/** What is compared: null stands for an address that nobody has. */
export interface PasswordTry extends Claimant {
  readonly password: string;
  readonly storedHash: string | null;
  readonly subjectId: string | null;
}

/** The password step of carers and workers alike (security-rules 5.9). */
@Injectable()
export class PasswordAttempts {
  constructor(
    private readonly buckets: AttemptBuckets,
    private readonly passwordHash: PasswordHash,
    private readonly limits: Limits,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly log: Log,
  ) {}

  /** Returns when the password is right; else AUTH_FAILED, with the same work whoever the address belongs to. */
  async require(context: RequestContext, wanted: PasswordTry): Promise<void> {
    const network = networkOf(context.ip);
    // Counted before it is evaluated: tries that arrive at once must not all find the count low.
    await this.limits.require(FAILURES, network, FAILURES_OF_NETWORK, 'TOO_MANY_TRIES');
    const isRight = await this.evaluate(context, wanted).catch(async (error: unknown) => {
      // Nothing was evaluated, so nothing failed.
      await this.limits.giveBack(FAILURES, network, FAILURES_OF_NETWORK);
      throw error;
    });
    if (isRight) return this.limits.giveBack(FAILURES, network, FAILURES_OF_NETWORK);
    await this.noteFailure(context, wanted);
    throw authFailed();
  }

  /** The hash to keep from now on for a password that was just proven: anew when its cost is no longer today's. */
  async renewedHash(password: string, storedHash: string): Promise<string> {
    return this.passwordHash.needsRehash(storedHash) ? this.passwordHash.hash(password) : storedHash;
  }

  private async evaluate(context: RequestContext, wanted: PasswordTry): Promise<boolean> {
    const attempt = await this.buckets.begin(context, wanted);
    // While locked the hash is still computed: the lock must not show in the time it takes.
    const isRight = await this.verify(attempt, wanted);
    if (!isRight || attempt.isLocked) return false;
    await this.buckets.clear(attempt);
    return true;
  }

  private async verify(attempt: Attempt, { password, storedHash }: PasswordTry): Promise<boolean> {
    try {
      return await this.passwordHash.verify(password, storedHash);
    } catch (error) {
      if (error instanceof TooBusy && !attempt.isLocked) await this.buckets.takeBack(attempt);
      throw error;
    }
  }

  private async noteFailure(
    context: RequestContext,
    { kind, emailKey, subjectId }: PasswordTry,
  ): Promise<void> {
    await this.database.transaction(() =>
      this.audit.record(context, {
        action: 'sign_in.password_tried',
        objectType: kind === 'carer' ? 'user' : 'worker',
        objectId: subjectId,
        outcome: 'refused',
      }),
    );
    await this.watchForSpraying(context, emailKey);
  }

  private async watchForSpraying({ ip, requestId }: RequestContext, emailKey: string): Promise<void> {
    const network = networkOf(ip);
    const once = { count: 1, perMs: ALERT_WINDOW_MS };
    const isNewHere = await this.limits.take('sprayed-address', `${network}|${emailKey}`, once);
    if (!isNewHere.isAllowed) return;
    const many = { count: ADDRESSES_BEFORE_ALERT, perMs: ALERT_WINDOW_MS };
    const { isAllowed } = await this.limits.take('sprayed-addresses', network, many);
    if (!isAllowed) this.log.warn('sign-in.many-addresses-from-one-place', { requestId });
  }
}
