import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Log } from '../log/log.js';

interface Job {
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<void>;
}

/**
 * What a running server does again and again. It begins when the server has started and is waited for when it stops; a
 * command makes the same parts and begins nothing. Any number of processes may run the same job.
 */
export class RepeatedJobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly jobs: Job[] = [];
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Map<string, Promise<void>>();

  constructor(private readonly log: Log) {}

  /** Call it when the part is made. The log names a run that failed `<name>-failed`. */
  add(name: string, everyMs: number, run: () => Promise<void>): void {
    this.jobs.push({ name, everyMs, run });
  }

  onApplicationBootstrap(): void {
    for (const job of this.jobs) {
      this.timers.push(setInterval(() => this.begin(job), job.everyMs).unref());
    }
  }

  /** Before the database closes under a job that is under way. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all(this.running.values());
  }

  /** A run that takes longer than its interval is not joined by a second one. */
  private begin({ name, run }: Job): void {
    if (this.running.has(name)) return;
    const ended = run()
      .catch((error: unknown) => this.log.error(`${name}-failed`, error))
      .finally(() => this.running.delete(name));
    this.running.set(name, ended);
  }
}
