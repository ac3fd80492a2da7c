import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Keys } from '../crypto/keys.js';
import { DomainError } from '../http/domain-error.js';
import { LimitsRepository } from './limits.repository.js';

/** At most `count` in `perMs` milliseconds, counted from the first. */
export interface LimitRule {
  readonly count: number;
  readonly perMs: number;
}

export type LimitVerdict =
  { readonly isAllowed: true } | { readonly isAllowed: false; readonly retryAfterMs: number };

/**
 * How often something may happen, counted in the database by guarded updates, so that a limit holds over parallel
 * requests, over two server processes and over a restart (security-rules 4). `subject` may be an address, a number
 * or an id: only its keyed hash is kept.
 */
@Injectable()
export class Limits {
  constructor(
    private readonly counts: LimitsRepository,
    private readonly clock: Clock,
    private readonly keys: Keys,
  ) {}

  /** Counts one, or says how long to wait. */
  async take(name: string, subject: string, rule: LimitRule): Promise<LimitVerdict> {
    const id = this.idOf(name, subject);
    const now = this.clock.now();
    const windowFrom = new Date(now.getTime() - rule.perMs);
    const isCounted =
      (await this.counts.countOne(id, windowFrom, rule.count)) ||
      (await this.counts.restart(id, windowFrom, now)) ||
      (await this.counts.start(id, now)) ||
      // Another request may have started the window between the first try and now.
      (await this.counts.countOne(id, windowFrom, rule.count));
    if (isCounted) return { isAllowed: true };
    const full = await this.counts.find(id);
    // Cleared between the steps: nothing was full after all.
    if (!full) return this.take(name, subject, rule);
    const endsAt = full.startedAt.getTime() + rule.perMs;
    return { isAllowed: false, retryAfterMs: Math.max(1000, endsAt - now.getTime()) };
  }

  /** How many more are allowed now. */
  async left(name: string, subject: string, rule: LimitRule): Promise<number> {
    const counted = await this.counts.find(this.idOf(name, subject));
    const isRunning =
      counted !== null && counted.startedAt.getTime() > this.clock.now().getTime() - rule.perMs;
    return isRunning ? Math.max(0, rule.count - counted.count) : rule.count;
  }

  /** Counts one, or refuses with `code`. */
  async require(
    name: string,
    subject: string,
    rule: LimitRule,
    code: 'TOO_MANY_TRIES' | 'TOO_MANY_SENDS',
  ): Promise<void> {
    const verdict = await this.take(name, subject, rule);
    if (!verdict.isAllowed) throw new DomainError('too-many', code, { retryAfterMs: verdict.retryAfterMs });
  }

  /** Takes one back that was counted beforehand and turned out not to count: a right code among the wrong ones. */
  giveBack(name: string, subject: string): Promise<void> {
    return this.counts.uncountOne(this.idOf(name, subject));
  }

  /** Forgets the count: a worker has let the person try again. */
  clear(name: string, subject: string): Promise<void> {
    return this.counts.remove(this.idOf(name, subject));
  }

  /** Keyed: every phone number and address could be tried against a plain hash (security-rules 9.1). */
  private idOf(name: string, subject: string): string {
    return createHmac('sha256', this.keys.blindIndexKey).update(`limits|${name}|${subject}`).digest('hex');
  }
}
