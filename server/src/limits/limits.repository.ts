import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { changeIf, insertOnce } from '../database/changes.js';
import { Database } from '../database/database.js';
import { LimitTimes } from './limit.entity.js';

@Injectable()
export class LimitsRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<LimitTimes | null> {
    return this.database.run((manager) => manager.findOneBy(LimitTimes, { id }));
  }

  /** Writes what follows from `seen`; false when somebody else was counted meanwhile. */
  replace({ id, times, endsAt }: LimitTimes, seen: LimitTimes | null): Promise<boolean> {
    return this.database.run((manager) =>
      seen === null
        ? insertOnce(manager, LimitTimes, { id, times, endsAt })
        : changeIf(manager, LimitTimes, { where: { id, times: seen.times }, set: { times, endsAt } }),
    );
  }

  async remove(id: string): Promise<void> {
    await this.database.run((manager) => manager.delete(LimitTimes, { id }));
  }

  /** Forgets what counts no longer. */
  async removeOld(now: Date): Promise<void> {
    await this.database.run((manager) => manager.delete(LimitTimes, { endsAt: LessThanOrEqual(now) }));
  }
}
