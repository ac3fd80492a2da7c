import type { IdleClock } from '../session/idle-timer';

const MINUTE = 60_000;
const IDLE_MS = 15 * MINUTE;

/** Time that moves only when the test says so. */
export class TestClock implements IdleClock {
  time = 0;
  wall = 0;
  private next: { run: () => void; at: number } | undefined;

  now = () => this.time;
  wallNow = () => this.wall;
  schedule = (run: () => void, delayMs: number) => {
    const job = { run, at: this.time + delayMs };
    this.next = job;
    return () => {
      if (this.next === job) this.next = undefined;
    };
  };

  async pass(ms: number): Promise<void> {
    const until = this.time + ms;
    while (this.next && this.next.at <= until) {
      const job = this.next;
      this.next = undefined;
      this.wall += job.at - this.time;
      this.time = job.at;
      job.run();
      await settle();
    }
    this.wall += until - this.time;
    this.time = until;
  }

  /** The lid is shut: the wall clock goes on, the page's own may stand still. */
  sleep(ms: number): void {
    this.wall += ms;
  }
}

/** Lets the answers that are due arrive. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

/** The server's side of the rule: it alone knows when the last activity was. */
export class TestServer {
  lastActivity = 0;
  signedInAt = 0;
  activities: number[] = [];
  questions = 0;
  isReachable = true;
  isRevoked = false;
  isActivityLost = false;

  constructor(private readonly clock: TestClock) {}

  private refuseIfOver(): void {
    if (!this.isReachable) throw new TypeError('no answer');
    const isOver = this.isRevoked || this.clock.time - this.lastActivity >= IDLE_MS;
    if (isOver) throw Object.assign(new Error('over'), { status: 401 });
  }

  getStatus = async () => {
    this.questions += 1;
    this.refuseIfOver();
    return {
      idleRemainingMs: this.lastActivity + IDLE_MS - this.clock.time,
      absoluteRemainingMs: this.signedInAt + 8 * 60 * MINUTE - this.clock.time,
      warnAtMs: 5 * MINUTE,
    };
  };
  recordActivity = async () => {
    if (this.isActivityLost) throw new TypeError('no answer');
    this.refuseIfOver();
    this.lastActivity = this.clock.time;
    this.activities.push(this.clock.time);
  };
}
