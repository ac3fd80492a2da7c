import { IsNull, Not } from 'typeorm';
import { changeIf, insertOnce } from '../database/changes.js';
import type { Database } from '../database/database.js';
import { DataKey } from './data-key.entity.js';

/** Reads and writes wrapped data keys. */
export class DataKeysRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<DataKey | null> {
    return this.database.run((manager) => manager.findOneBy(DataKey, { id }));
  }

  /** False when the id is taken. */
  insert(row: DataKey): Promise<boolean> {
    return this.database.run((manager) => insertOnce(manager, DataKey, row));
  }

  /** Forgets the key for ever; false when it is not there or was destroyed before. */
  destroy(id: string, destroyedAt: Date): Promise<boolean> {
    const change = { where: { id, destroyedAt: IsNull() }, set: { wrappedKey: null, destroyedAt } };
    return this.database.run((manager) => changeIf(manager, DataKey, change));
  }

  /** Living keys that another key-encryption key than this one wraps. */
  listNotUnder(kekId: string, limit: number): Promise<DataKey[]> {
    const where = { kekId: Not(kekId), destroyedAt: IsNull() };
    return this.database.run((manager) =>
      manager.find(DataKey, { where, order: { id: 'ASC' }, take: limit }),
    );
  }

  /** Ids of the key-encryption keys that wrap living keys. */
  async listKekIds(): Promise<string[]> {
    const where = { destroyedAt: IsNull() };
    const rows = await this.database.run((manager) =>
      manager
        .createQueryBuilder(DataKey, 'dataKey')
        .select('dataKey.kekId', 'kekId')
        .distinct()
        .where(where)
        .orderBy('dataKey.kekId')
        .getRawMany<{ kekId: string }>(),
    );
    return rows.map(({ kekId }) => kekId);
  }

  /** Puts a newly wrapped key in place, unless the row changed meanwhile. */
  rewrap(old: DataKey, kekId: string, wrappedKey: Buffer): Promise<boolean> {
    const change = {
      where: { id: old.id, kekId: old.kekId, destroyedAt: IsNull() },
      set: { kekId, wrappedKey },
    };
    return this.database.run((manager) => changeIf(manager, DataKey, change));
  }
}
