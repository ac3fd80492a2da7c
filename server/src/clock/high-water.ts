import type { BeforeApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type { Database } from '../database/database.js';
import type { Log } from '../log/log.js';
import type { Clock } from './clock.js';
import { ClockMarkRepository } from './clock-mark.repository.js';
import { SECOND_MS } from './lengths.js';

const ADVANCE_EVERY_MS = 5 * SECOND_MS;

/** Keeps the latest instant in the database, so that a restart with an earlier clock revives nothing (security-rules 4). */
export class HighWater implements OnModuleInit, BeforeApplicationShutdown {
  private readonly marks: ClockMarkRepository;
  private timer: NodeJS.Timeout | undefined;
  private hasWarned = false;

  constructor(
    database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.marks = new ClockMarkRepository(database);
  }

  /** Before anything of the server decides by the clock. */
  async onModuleInit(): Promise<void> {
    await this.exchange();
    this.timer = setInterval(() => void this.tick(), ADVANCE_EVERY_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Takes over what earlier runs and other processes saw. */
  async recall(): Promise<void> {
    const kept = await this.marks.find();
    if (kept) this.clock.remember(kept);
  }

  /** Both ways: what others saw comes in, what this process saw is kept. */
  async exchange(): Promise<void> {
    await this.recall();
    await this.marks.advance(this.clock.latest());
    this.warnIfBehind();
  }

  private async tick(): Promise<void> {
    try {
      await this.exchange();
    } catch (error) {
      this.log.error('clock.mark-failed', error);
    }
  }

  /** Once for each time that the clock falls behind. */
  private warnIfBehind(): void {
    const isBehind = this.clock.isBehind();
    if (isBehind && !this.hasWarned)
      this.log.warn('clock.behind', { keptAt: this.clock.latest().toISOString() });
    this.hasWarned = isBehind;
  }
}
