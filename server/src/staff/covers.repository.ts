import { Injectable } from '@nestjs/common';
import { IsNull, MoreThanOrEqual, type FindOptionsWhere } from 'typeorm';
import { changeIf } from '../database/changes.js';
import { Database } from '../database/database.js';
import { CoverEntity } from './cover.entity.js';

@Injectable()
export class CoversRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<CoverEntity | null> {
    return this.database.run((manager) => manager.findOneBy(CoverEntity, { id }));
  }

  async insert(cover: CoverEntity): Promise<void> {
    await this.database.run((manager) => manager.insert(CoverEntity, cover));
  }

  /** Those that are not over, by first day. */
  listFrom(day: string): Promise<CoverEntity[]> {
    return this.list({ endsOn: MoreThanOrEqual(day) });
  }

  /** Those that touch the days, both included. */
  async listTouching(startsOn: string, endsOn: string): Promise<CoverEntity[]> {
    const found = await this.database.select(
      { cover: CoverEntity },
      `FROM covers cover WHERE cover.startsOn <= ? AND cover.endsOn >= ? AND cover.endedAt IS NULL
       ORDER BY cover.startsOn, cover.id`,
      [endsOn, startsOn],
    );
    return found.map(({ cover }) => cover);
  }

  /** False when it was ended before. */
  end(id: string, endedAt: Date): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, CoverEntity, { where: { id, endedAt: IsNull() }, set: { endedAt } }),
    );
  }

  private list(where: FindOptionsWhere<CoverEntity>): Promise<CoverEntity[]> {
    return this.database.run((manager) =>
      manager.find(CoverEntity, {
        where: { ...where, endedAt: IsNull() },
        order: { startsOn: 'ASC', id: 'ASC' },
      }),
    );
  }
}
