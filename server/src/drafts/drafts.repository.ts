import { Injectable } from '@nestjs/common';
import { insertOnce } from '../database/changes.js';
import { Database } from '../database/database.js';
import { DraftEntity } from './draft.entity.js';

@Injectable()
export class DraftsRepository {
  constructor(private readonly database: Database) {}

  findAt(placeKey: string): Promise<DraftEntity | null> {
    return this.database.run((manager) => manager.findOneBy(DraftEntity, { placeKey }));
  }

  /** Without its content, which nobody needs to save over it. */
  async findIdAt(placeKey: string): Promise<Pick<DraftEntity, 'id'> | null> {
    const sql = 'SELECT id FROM drafts WHERE placeKey = ?';
    const [found] = await this.database.selectRows<Pick<DraftEntity, 'id'>>(sql, [placeKey]);
    return found ?? null;
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
  async save(
    { id, revision }: Pick<DraftEntity, 'id' | 'revision'>,
    { content, savedAt }: Pick<DraftEntity, 'content' | 'savedAt'>,
  ): Promise<boolean> {
    const sql = 'UPDATE drafts SET content = ?, savedAt = ?, revision = ? WHERE id = ? AND revision = ?';
    return (await this.database.change(sql, [content, savedAt, revision + 1, id, revision])) > 0;
  }

  async remove(id: string): Promise<void> {
    await this.database.run((manager) => manager.delete(DraftEntity, { id }));
  }

  async removeAt(placeKey: string): Promise<void> {
    await this.database.run((manager) => manager.delete(DraftEntity, { placeKey }));
  }
}
