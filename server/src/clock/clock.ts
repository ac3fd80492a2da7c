import { councilDay } from './council-day.js';
import { SECOND_MS } from './lengths.js';

/** How far the system's clock may be set back without notice: time servers correct by this much. */
const TOLERANCE_MS = 2 * SECOND_MS;

/**
 * The only source of time. Decisions compare stored instants with `now()`, never with the database's own clock
 * (security-rules 4); lengths inside one run of the server are measured with `elapsed()`.
 */
export class Clock {
  private highWater = 0;

  /**
   * The present instant; a `Date` counts UTC milliseconds. Never more than two seconds before the latest instant that
   * was seen, so that a clock set back makes nothing valid again that had expired (security-rules 4, R8).
   */
  now(): Date {
    const system = this.system();
    this.highWater = Math.max(this.highWater, system);
    return new Date(Math.max(system, this.highWater - TOLERANCE_MS));
  }

  /** The council's present day, YYYY-MM-DD. */
  today(): string {
    return councilDay(this.now());
  }

  /** The latest instant that this clock showed or was told of. `HighWater` keeps it through a restart. */
  latest(): Date {
    this.now();
    return new Date(this.highWater);
  }

  /** Tells the clock of an instant that an earlier run or another process saw. */
  remember(seen: Date): void {
    this.highWater = Math.max(this.highWater, seen.getTime());
  }

  /** Whether the system's clock was set back further than is tolerated: `now()` stands still until it has caught up. */
  isBehind(): boolean {
    return this.system() < this.highWater - TOLERANCE_MS;
  }

  /** Milliseconds from an arbitrary start, with fractions. Never goes back, whatever happens to the wall clock. */
  elapsed(): number {
    return performance.now();
  }

  protected system(): number {
    return Date.now();
  }
}
