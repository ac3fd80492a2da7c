import { Injectable } from '@nestjs/common';
import { changeIf, insertOnce } from '../database/changes.js';
import { Database } from '../database/database.js';
import { DraftEntity } from './draft.entity.js';

@Injectable()
export class DraftsRepository {
  constructor(private readonly database: Database) {}

  findAt(placeKey: string): Promise<DraftEntity | null> {
    return this.database.run((manager) => manager.findOneBy(DraftEntity, { placeKey }));
  }

  find(id: string, userId: string): Promise<DraftEntity | null> {
    return this.database.run((manager) => manager.findOneBy(DraftEntity, { id, userId }));
  }

  /** Newest first. */
  listOf(userId: string): Promise<DraftEntity[]> {
    return this.database.run((manager) =>
      manager.find(DraftEntity, { where: { userId }, order: { savedAt: 'DESC', id: 'DESC' } }),
    );
  }

  count(userId: string): Promise<number> {
    return this.database.run((manager) => manager.countBy(DraftEntity, { userId }));
  }

  /** False when the place has a draft already. */
  insert(draft: DraftEntity): Promise<boolean> {
    return this.database.run((manager) => insertOnce(manager, DraftEntity, draft));
  }

  /** False when it was saved elsewhere since `revision`, or is gone. */
  save(
    { id, revision }: Pick<DraftEntity, 'id' | 'revision'>,
    set: Pick<DraftEntity, 'content' | 'savedAt'>,
  ): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, DraftEntity, { where: { id, revision }, set: { ...set, revision: revision + 1 } }),
    );
  }

  async remove(id: string): Promise<void> {
    await this.database.run((manager) => manager.delete(DraftEntity, { id }));
  }

  async removeAt(placeKey: string): Promise<void> {
    await this.database.run((manager) => manager.delete(DraftEntity, { placeKey }));
  }
}
