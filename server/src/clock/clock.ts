/**
 * The only source of time. Decisions compare stored instants with `now()`, never with the database's own clock
 * (security-rules 4); lengths inside one run of the server are measured with `elapsed()`.
 */
export class Clock {
  /** The present instant; a `Date` counts UTC milliseconds. */
  now(): Date {
    return new Date();
  }

  /** Milliseconds from an arbitrary start, with fractions. Never goes back, whatever happens to the wall clock. */
  elapsed(): number {
    return performance.now();
  }
}
