import { Injectable } from '@nestjs/common';
import { In, LessThan, MoreThanOrEqual } from 'typeorm';
import { Database } from '../database/database.js';
import { LiveEventEntity } from './live-event.entity.js';

@Injectable()
export class LiveEventsRepository {
  constructor(private readonly database: Database) {}

  async insert(events: readonly LiveEventEntity[]): Promise<void> {
    if (events.length === 0) return;
    await this.database.run((manager) => manager.insert(LiveEventEntity, [...events]));
  }

  /** Oldest first; for all audiences, or for those given. */
  listSince(since: Date, audiences?: readonly string[]): Promise<LiveEventEntity[]> {
    return this.database.run((manager) =>
      manager.find(LiveEventEntity, {
        where: {
          at: MoreThanOrEqual(since),
          ...(audiences ? { audience: In([...audiences]) } : {}),
        },
        order: { id: 'ASC' },
      }),
    );
  }

  async removeOld(before: Date): Promise<void> {
    await this.database.run((manager) => manager.delete(LiveEventEntity, { at: LessThan(before) }));
  }
}
