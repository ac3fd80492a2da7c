import type { TaskKind } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../clock/clock.js';
import type { RequestContext } from '../../request/request-context.js';
import { Limits } from '../../limits/index.js';
import { stepLocked } from '../identity.errors.js';
import type { User } from '../users/user.entity.js';
import { UsersRepository } from '../users/users.repository.js';
import { lockLimits, STEP_LOCK_MS } from './challenge-rules.js';
import { TeamOfUser } from './team-of-user.js';

const counted = {
  deadCodes: 'phone-dead-codes',
  sendLimitHits: 'phone-send-limit-hits',
  wrongEntries: 'phone-wrong-entries',
} as const;

/** Locks the phone step of a user: for two hours, or until a worker clears it (security-rules 5.5, 5.6). */
@Injectable()
export class StepLocks {
  constructor(
    private readonly users: UsersRepository,
    private readonly limits: Limits,
    private readonly team: TeamOfUser,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws STEP_LOCKED while the step is locked: nothing is sent and nothing evaluated. */
  requireOpen({ needsUnlock, stepLockedUntil }: User): void {
    if (needsUnlock) throw stepLocked();
    const remainingMs = (stepLockedUntil?.getTime() ?? 0) - this.clock.now().getTime();
    if (remainingMs > 0) throw stepLocked(remainingMs);
  }

  /** Counts a wrong entry; the thirtieth in a day locks until a worker clears it. */
  async countWrongEntry(context: RequestContext, user: User): Promise<void> {
    const { isAllowed } = await this.limits.take(counted.wrongEntries, user.id, lockLimits.wrongEntries);
    if (!isAllowed) await this.lockUntilCleared(context, user, 'sign_in_locked');
  }

  /** Counts a code that used up its tries; the third in an hour locks for two hours. */
  countDeadCode(context: RequestContext, user: User): Promise<void> {
    return this.countTowardsLock(context, user, 'deadCodes');
  }

  /** Counts a refused send; the sixth in an hour locks for two hours. */
  countSendLimitHit(context: RequestContext, user: User): Promise<void> {
    return this.countTowardsLock(context, user, 'sendLimitHits');
  }

  /** Locks until a worker clears it, and tells the worker. */
  async lockUntilCleared(context: RequestContext, user: User, kind: TaskKind): Promise<void> {
    if (!(await this.users.lockUntilCleared(user.id))) return;
    await this.team.tell(user, kind);
    await this.note(context, user, kind);
  }

  async clear(user: User): Promise<void> {
    await this.users.unlockStep(user.id);
    for (const name of Object.values(counted)) await this.limits.clear(name, user.id);
  }

  private async countTowardsLock(context: RequestContext, user: User, cause: 'deadCodes' | 'sendLimitHits') {
    const { isAllowed } = await this.limits.take(counted[cause], user.id, lockLimits[cause]);
    if (isAllowed) return;
    await this.users.lockStep(user.id, new Date(this.clock.now().getTime() + STEP_LOCK_MS));
    await this.limits.clear(counted[cause], user.id);
    await this.note(context, user, cause);
  }

  private note(context: RequestContext, user: User, cause: string): Promise<void> {
    const act = { action: 'phone_step.locked', objectType: 'user', objectId: user.id };
    return this.audit.record(context, { ...act, detail: { cause } });
  }
}
