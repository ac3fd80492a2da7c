import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { LiveEventEntity } from './live-event.entity.js';
import { LiveEventsRepository } from './live-events.repository.js';
import { OVERLAP_MS } from './live-position.js';

/**
 * The events of all processes, each once. Ids sort by the time when they were made, but their transactions commit in
 * any order: so every look begins a little before the last one, and remembers what it has seen (ADR 10).
 */
@Injectable()
export class LiveFeed {
  private readonly seen = new Map<string, Date>();
  private lookedAt: Date | null = null;

  constructor(
    private readonly events: LiveEventsRepository,
    private readonly clock: Clock,
  ) {}

  /** What no look before has seen, oldest first. */
  async look(): Promise<LiveEventEntity[]> {
    const now = this.clock.now();
    const since = new Date((this.lookedAt ?? now).getTime() - OVERLAP_MS);
    const rows = await this.events.listSince(since);
    const fresh = rows.filter(({ id }) => !this.seen.has(id));
    for (const { id, at } of fresh) this.seen.set(id, at);
    for (const [id, at] of this.seen) if (at < since) this.seen.delete(id);
    this.lookedAt = now;
    return fresh;
  }

  /** Nobody listens: the next look begins anew. */
  forget(): void {
    this.seen.clear();
    this.lookedAt = null;
  }
}
