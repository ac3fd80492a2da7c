/** Lets one piece of work in at a time, in the order of asking. */
export class FifoLock {
  private last: Promise<unknown> = Promise.resolve();

  /** Runs `work` when all work that asked before has settled. A failure concerns its own caller alone. */
  hold<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
