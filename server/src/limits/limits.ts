import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Keys } from '../crypto/keys.js';
import { DomainError } from '../errors/domain-error.js';
import type { LimitTimes } from './limit.entity.js';
import { LimitsRepository } from './limits.repository.js';

/** At most `count` within any `perMs` milliseconds, wherever they begin. */
export interface LimitRule {
  readonly count: number;
  readonly perMs: number;
}

export type LimitVerdict =
  { readonly isAllowed: true } | { readonly isAllowed: false; readonly retryAfterMs: number };

/** The row has room for so many times. */
const LARGEST_COUNT = 120;

/**
 * How often something may happen, counted in the database, so that a limit holds over parallel requests, over two
 * server processes and over a restart (security-rules 4). `subject` may be an address, a number or an id: only its
 * keyed hash is kept.
 *
 * A row keeps the newest `count` times. One more is allowed once the oldest of them lies `perMs` back, so no interval
 * of that length ever holds more than `count`; windows that start anew would let twice as many through at their edge.
 * The row changes only if its times are still those that were read; whoever loses that race reads again.
 */
@Injectable()
export class Limits {
  constructor(
    private readonly rows: LimitsRepository,
    private readonly clock: Clock,
    private readonly keys: Keys,
  ) {}

  /** Counts one, or says how long to wait. */
  async take(name: string, subject: string, rule: LimitRule): Promise<LimitVerdict> {
    if (rule.count > LARGEST_COUNT) throw new Error(`${name} counts more than ${LARGEST_COUNT}`);
    const id = this.idOf(name, subject);
    for (;;) {
      const now = this.clock.now().getTime();
      const seen = await this.rows.find(id);
      const times = timesOf(seen);
      const verdict = verdictOn(times, rule, now);
      if (!verdict.isAllowed) return verdict;
      const newest = [...times, now].sort((a, b) => a - b).slice(-rule.count);
      // A lost race means that another one was counted, so this ends when the limit is reached at the latest.
      if (await this.rows.replace(rowOf(id, newest, rule), seen)) return verdict;
    }
  }

  /** Whether one more is allowed now, without counting it. */
  async check(name: string, subject: string, rule: LimitRule): Promise<LimitVerdict> {
    const times = timesOf(await this.rows.find(this.idOf(name, subject)));
    return verdictOn(times, rule, this.clock.now().getTime());
  }

  /** How many more are allowed now. */
  async left(name: string, subject: string, rule: LimitRule): Promise<number> {
    const times = timesOf(await this.rows.find(this.idOf(name, subject)));
    const counted = times.filter((time) => time > this.clock.now().getTime() - rule.perMs);
    return Math.max(0, rule.count - counted.length);
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
  async giveBack(name: string, subject: string, rule: LimitRule): Promise<void> {
    const id = this.idOf(name, subject);
    for (;;) {
      const seen = await this.rows.find(id);
      const times = timesOf(seen);
      // The oldest that counts: those that others took since must not seem older than they are.
      const index = times.findIndex((time) => time > this.clock.now().getTime() - rule.perMs);
      if (index < 0) return;
      if (await this.rows.replace(rowOf(id, times.toSpliced(index, 1), rule), seen)) return;
    }
  }

  /** Forgets the count: a worker has let the person try again. */
  clear(name: string, subject: string): Promise<void> {
    return this.rows.remove(this.idOf(name, subject));
  }

  /** Keyed: every phone number and address could be tried against a plain hash (security-rules 9.1). */
  private idOf(name: string, subject: string): string {
    return createHmac('sha256', this.keys.blindIndexKey).update(`limits|${name}|${subject}`).digest('hex');
  }
}

function verdictOn(times: readonly number[], { count, perMs }: LimitRule, now: number): LimitVerdict {
  const oldest = times.at(-count);
  if (oldest === undefined || oldest <= now - perMs) return { isAllowed: true };
  return { isAllowed: false, retryAfterMs: Math.max(1000, oldest + perMs - now) };
}

const timesOf = (row: LimitTimes | null): number[] =>
  row === null || row.times === '' ? [] : row.times.split(' ').map((time) => Number.parseInt(time, 36));

const rowOf = (id: string, times: readonly number[], { perMs }: LimitRule): LimitTimes => ({
  id,
  times: times.map((time) => time.toString(36)).join(' '),
  endsAt: new Date((times.at(-1) ?? 0) + perMs),
});
