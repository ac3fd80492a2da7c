import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThanOrEqual, type FindOptionsWhere } from 'typeorm';
import { changeIf } from '../database/changes.js';
import { Database } from '../database/database.js';
import { inList } from '../database/prepared-statements.js';
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
  listTouching(startsOn: string, endsOn: string): Promise<CoverEntity[]> {
    return this.list({ startsOn: LessThanOrEqual(endsOn), endsOn: MoreThanOrEqual(startsOn) });
  }

  /** Those of the day by which these workers read for somebody: asked with every page of the inbox. */
  async listReadBy(readerIds: readonly string[], day: string): Promise<CoverEntity[]> {
    const { places, values } = inList(readerIds);
    const found = await this.database.select(
      { cover: CoverEntity },
      `FROM covers cover
       WHERE cover.coverId IN ${places} AND cover.endsOn >= ? AND cover.startsOn <= ? AND cover.endedAt IS NULL`,
      [...values, day, day],
    );
    return found.map(({ cover }) => cover);
  }

  /** Of a worker who is away on the day. */
  listOf(workerId: string, day: string): Promise<CoverEntity[]> {
    return this.list({ workerId, startsOn: LessThanOrEqual(day), endsOn: MoreThanOrEqual(day) });
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
