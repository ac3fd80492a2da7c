import { Injectable } from '@nestjs/common';
import { LessThan, LessThanOrEqual, MoreThan } from 'typeorm';
import { changeIf, increment, insertOnce } from '../database/changes.js';
import { Database } from '../database/database.js';
import { LimitCount } from './limit.entity.js';

@Injectable()
export class LimitsRepository {
  constructor(private readonly database: Database) {}

  /** Counts one more in the running window; false when it is full or over. */
  countOne(id: string, windowFrom: Date, count: number): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, LimitCount, {
        where: { id, startedAt: MoreThan(windowFrom), count: LessThan(count) },
        set: { count: increment('count') },
      }),
    );
  }

  /** Starts a new window in place of one that is over. */
  restart(id: string, windowFrom: Date, now: Date): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, LimitCount, {
        where: { id, startedAt: LessThanOrEqual(windowFrom) },
        set: { startedAt: now, count: 1 },
      }),
    );
  }

  start(id: string, now: Date): Promise<boolean> {
    return this.database.run((manager) => insertOnce(manager, LimitCount, { id, startedAt: now, count: 1 }));
  }

  async uncountOne(id: string): Promise<void> {
    await this.database.run((manager) =>
      changeIf(manager, LimitCount, {
        where: { id, count: MoreThan(0) },
        set: { count: increment('count', -1) },
      }),
    );
  }

  find(id: string): Promise<LimitCount | null> {
    return this.database.run((manager) => manager.findOneBy(LimitCount, { id }));
  }

  async remove(id: string): Promise<void> {
    await this.database.run((manager) => manager.delete(LimitCount, { id }));
  }
}
