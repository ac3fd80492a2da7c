import type { SessionTimes } from '@cso/contract';

/**
 * The 15-minute time-out as the page keeps it (security-rules 5.11): the server's figures are the truth, the page
 * only counts them down. Nothing here knows Vue or the browser, so that the rule is tested with a clock in hand.
 */

/** `checking`: hidden until the server answers. `expired`: the content must be gone. */
export type IdleView = 'checking' | 'content' | 'warning' | 'expired';

export interface IdleClock {
  /** Milliseconds that only grow (performance.now): setting the computer's clock changes nothing. */
  now(): number;
  /** The wall clock, only to notice that the computer slept. No decision rests on it. */
  wallNow(): number;
  schedule(run: () => void, delayMs: number): () => void;
}

export interface IdleTimerOptions {
  /** Asks the server without extending the session. Rejects with status 401 when the session is over. */
  getStatus: () => Promise<SessionTimes>;
  /** Tells the server that someone is there. */
  recordActivity: () => Promise<unknown>;
  clock: IdleClock;
  onChange: () => void;
  /** `isEarly`: by the page's own count there was time left, so somebody or something else has ended the session. */
  onExpired: (isEarly: boolean) => void;
  onWarning?: () => void;
  /** Tells the other tabs that the session changed; each then asks the server itself. */
  tellOtherTabs: () => void;
}

const ACTIVITY_EVERY_MS = 15_000;
const POLL_MS = 60_000;
const POLL_IN_WARNING_MS = 15_000;
const RETRY_MS = 5_000;
const TICK_MS = 1_000;
/** The last look before the end: another tab may have been busy meanwhile. */
const LAST_LOOK_MS = 3_000;
const SLEPT_MS = 10_000;

export class IdleTimer {
  view: IdleView = 'checking';
  /** The 8 hours of a session run out, which no activity can stop. */
  isAtLimit = false;

  private idleEndsAt = Infinity;
  private absoluteEndsAt = Infinity;
  /** By the wall clock, which goes on while the computer sleeps. Only words depend on it. */
  private endsAtWall = 0;
  private warnAtMs = 0;
  private lastActivitySentAt = -Infinity;
  private askedAt = -Infinity;
  private asking: Promise<void> | undefined;
  private isSending = false;
  private isLimitSeen = false;
  private lastTickWall = 0;
  private cancelTick: (() => void) | undefined;
  private isStopped = false;

  constructor(private readonly options: IdleTimerOptions) {}

  /** Begins in `checking`; with the figures of a fresh sign-in it begins in `content`. */
  start(times?: SessionTimes): void {
    this.lastTickWall = this.options.clock.wallNow();
    if (times) this.take(times, this.now());
    else void this.ask();
    this.scheduleTick();
  }

  /** Goes on with the figures of a new session. Answers still on their way are about the old one. */
  restart(times?: SessionTimes): void {
    if (this.view === 'expired') return;
    this.isLimitSeen = false;
    if (times) this.take(times, this.now());
    else void this.ask();
  }

  /** The page is gone. Answers still on their way change nothing and are told to nobody. */
  stop(): void {
    this.isStopped = true;
    this.cancelTick?.();
  }

  /** Milliseconds to the sign-out. */
  get remainingMs(): number {
    return Math.max(0, Math.min(this.idleEndsAt, this.absoluteEndsAt) - this.now());
  }

  /** A key, a press or a move to another page. Closes the warning at once; the server hears at most every 15 s. */
  noteActivity(): void {
    if (this.view === 'checking' || this.view === 'expired') return;
    const wasWarning = this.view === 'warning';
    if (wasWarning) {
      this.isLimitSeen ||= this.isAtLimit;
      this.show('content');
    }
    if (wasWarning || this.now() - this.lastActivitySentAt >= ACTIVITY_EVERY_MS) void this.sendActivity();
  }

  /** Another tab says that something changed: ask, do not believe. */
  noteOtherTab(): void {
    if (this.view !== 'expired') void this.ask();
  }

  /** Back from sleep or from another window: nothing is shown until the server has answered. */
  wake(): void {
    if (this.view === 'expired') return;
    this.show('checking');
    void this.ask();
  }

  private now(): number {
    return this.options.clock.now();
  }

  private async sendActivity(): Promise<void> {
    this.lastActivitySentAt = this.now();
    this.isSending = true;
    try {
      await this.options.recordActivity();
      if (!this.isStopped) this.options.tellOtherTabs();
    } catch (error) {
      if (isSessionOver(error)) this.expire();
    } finally {
      this.isSending = false;
    }
    // Also after a failure: only the server knows whether it heard.
    await this.asking;
    if (this.view !== 'expired' && !this.isStopped) await this.ask();
  }

  private ask(): Promise<void> {
    this.asking ??= this.askOnce().finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async askOnce(): Promise<void> {
    const askedAt = this.now();
    this.askedAt = askedAt;
    try {
      const times = await this.options.getStatus();
      if (this.askedAt === askedAt) this.take(times, askedAt);
    } catch (error) {
      if (this.askedAt !== askedAt) return;
      if (isSessionOver(error)) return this.expire();
      // No answer: what is shown stays as it is, and the countdown goes on towards the end.
      this.askedAt = askedAt + RETRY_MS - this.pollEveryMs();
    }
  }

  /** Counts from the moment of asking, so a slow answer never gives more time than the server does. */
  private take(times: SessionTimes, askedAt: number): void {
    // Figures asked for before the activity arrived would open the warning again.
    if (this.view === 'expired' || this.isSending || this.isStopped) return;
    this.askedAt = askedAt;
    this.idleEndsAt = askedAt + times.idleRemainingMs;
    this.absoluteEndsAt = askedAt + times.absoluteRemainingMs;
    this.warnAtMs = times.warnAtMs;
    this.endsAtWall = this.options.clock.wallNow() + this.remainingMs;
    if (this.remainingMs === 0) return this.expire();
    this.isAtLimit = this.absoluteEndsAt <= this.idleEndsAt;
    const isDue = this.remainingMs <= this.warnAtMs && !(this.isAtLimit && this.isLimitSeen);
    this.show(isDue ? 'warning' : 'content');
  }

  private tick(): void {
    if (this.view === 'expired') return;
    const wall = this.options.clock.wallNow();
    const hasSlept = wall - this.lastTickWall > TICK_MS + SLEPT_MS;
    this.lastTickWall = wall;
    if (this.remainingMs === 0) return this.expire();
    if (hasSlept) this.wake();
    else if (this.now() - this.askedAt >= this.pollEveryMs()) void this.ask();
    if (this.view === 'warning') this.options.onChange();
    this.scheduleTick();
  }

  private scheduleTick(): void {
    if (this.view === 'expired') return;
    this.cancelTick?.();
    this.cancelTick = this.options.clock.schedule(() => this.tick(), TICK_MS);
  }

  /** The warning and the end are each preceded by a question, for other requests extend the session too. */
  private pollEveryMs(): number {
    if (this.view === 'checking') return RETRY_MS;
    const untilWarning = this.remainingMs - this.warnAtMs;
    if (this.remainingMs <= LAST_LOOK_MS) return TICK_MS;
    if (this.view === 'warning') return POLL_IN_WARNING_MS;
    return untilWarning <= 0 && !this.isLimitSeen ? TICK_MS : POLL_MS;
  }

  private show(view: IdleView): void {
    const isNew = view !== this.view;
    this.view = view;
    this.options.onChange();
    if (isNew && view === 'warning') this.options.onWarning?.();
  }

  private expire(): void {
    if (this.view === 'expired' || this.isStopped) return;
    this.show('expired');
    this.options.tellOtherTabs();
    this.options.onExpired(this.options.clock.wallNow() < this.endsAtWall - SLEPT_MS);
    this.stop();
  }
}

function isSessionOver(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 401;
}

/** What a screen reader last said of the countdown: each minute, then every 15 seconds of the last one. */
export function announcedSeconds(secondsLeft: number): number {
  const step = secondsLeft > 60 ? 60 : 15;
  return Math.ceil(secondsLeft / step) * step;
}
