import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { PasswordHash } from '../../crypto/password-hash.js';
import { TooBusy } from '../../crypto/password-gate.js';
import { Database } from '../../database/database.js';
import { Log } from '../../http/log.js';
import type { RequestContext } from '../../http/request-context.js';
import { Limits } from '../../limits/index.js';
import { authFailed } from '../identity.errors.js';
import { AttemptBuckets, type Attempt, type Claimant } from './attempt-buckets.js';

const FAILURES_OF_IP = { count: 30, perMs: 5 * 60_000 };
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
    await this.buckets.requireOpenIp(context.ip);
    const attempt = await this.buckets.begin(context, wanted);
    // While locked the hash is still computed: the lock must not show in the time it takes.
    const isRight = await this.verify(attempt, wanted);
    if (isRight && !attempt.isLocked) return this.buckets.clear(attempt);
    await this.countFailure(context, wanted);
    throw authFailed();
  }

  private async verify(attempt: Attempt, { password, storedHash }: PasswordTry): Promise<boolean> {
    try {
      return await this.passwordHash.verify(password, storedHash);
    } catch (error) {
      // Nothing was evaluated, so nothing failed.
      if (error instanceof TooBusy && !attempt.isLocked) await this.buckets.takeBack(attempt);
      throw error;
    }
  }

  private async countFailure(
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
    const verdict = await this.limits.take('sign-in-failures', context.ip, FAILURES_OF_IP);
    if (!verdict.isAllowed) await this.buckets.shutOutIp(context.ip, verdict.retryAfterMs);
    await this.watchForSpraying(context, emailKey);
  }

  private async watchForSpraying({ ip, requestId }: RequestContext, emailKey: string): Promise<void> {
    const once = { count: 1, perMs: ALERT_WINDOW_MS };
    const isNewHere = await this.limits.take('sprayed-address', `${ip}|${emailKey}`, once);
    if (!isNewHere.isAllowed) return;
    const many = { count: ADDRESSES_BEFORE_ALERT, perMs: ALERT_WINDOW_MS };
    const { isAllowed } = await this.limits.take('sprayed-addresses', ip, many);
    if (!isAllowed) this.log.warn('sign_in.many_addresses_from_one_place', { requestId });
  }
}
