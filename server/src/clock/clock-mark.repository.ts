import { LessThan } from 'typeorm';
import { changeIf, insertOnce } from '../database/changes.js';
import type { Database } from '../database/database.js';
import { ClockMark } from './clock-mark.entity.js';

const LATEST = 'latest';

export class ClockMarkRepository {
  constructor(private readonly database: Database) {}

  async find(): Promise<Date | null> {
    const row = await this.database.run((manager) => manager.findOneBy(ClockMark, { id: LATEST }));
    return row?.at ?? null;
  }

  /** Moves the mark forward, never back. */
  async advance(at: Date): Promise<void> {
    const change = { where: { id: LATEST, at: LessThan(at) }, set: { at } };
    await this.database.run(async (manager) => {
      if (await changeIf(manager, ClockMark, change)) return;
      await insertOnce(manager, ClockMark, { id: LATEST, at });
    });
  }
}
