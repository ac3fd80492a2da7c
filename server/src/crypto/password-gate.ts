import { availableParallelism } from 'node:os';

/** Too many password checks are waiting: the reply is 503 with Retry-After. */
export class TooBusy extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super('Too many password checks are waiting');
    this.name = 'TooBusy';
  }
}

const waitingPerSlot = 20;
const retryAfterSeconds = 2;

/**
 * Lets few password hashes run at once and few more wait, first come first served: sixteen unlimited sign-ins made every
 * other request 850 times slower (security-rules 4).
 */
export class PasswordGate {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly limit = Math.max(1, availableParallelism() - 1),
    private readonly queueLimit = waitingPerSlot * limit,
  ) {}

  /** Runs the work in its turn. Throws `TooBusy` at once when the queue is full. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.limit) this.running += 1;
    else await this.turn();
    try {
      return await work();
    } finally {
      this.passOn();
    }
  }

  private turn(): Promise<void> {
    if (this.waiting.length >= this.queueLimit) throw new TooBusy(retryAfterSeconds);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** The slot goes straight to the next in line, so that nobody slips in between. */
  private passOn(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}
