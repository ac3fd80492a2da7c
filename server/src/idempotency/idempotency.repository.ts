import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { changeIf, insertOnce } from '../database/changes.js';
import { Database } from '../database/database.js';
import { IdempotencyKey } from './idempotency-key.entity.js';

@Injectable()
export class IdempotencyRepository {
  constructor(private readonly database: Database) {}

  /** False when the key is taken. One that has expired is free, also before the hourly job removes it. */
  claim(row: IdempotencyKey, now: Date): Promise<boolean> {
    const { id, bodyHash, reply, expiresAt } = row;
    return this.database.run(
      async (manager) =>
        (await insertOnce(manager, IdempotencyKey, row)) ||
        changeIf(manager, IdempotencyKey, {
          where: { id, expiresAt: LessThanOrEqual(now) },
          set: { bodyHash, reply, expiresAt },
        }),
    );
  }

  get(id: string): Promise<IdempotencyKey> {
    return this.database.run((manager) => manager.findOneByOrFail(IdempotencyKey, { id }));
  }

  async keepReply(id: string, reply: Buffer): Promise<void> {
    await this.database.run((manager) => manager.update(IdempotencyKey, { id }, { reply }));
  }

  async removeExpired(now: Date): Promise<void> {
    await this.database.run((manager) => manager.delete(IdempotencyKey, { expiresAt: LessThanOrEqual(now) }));
  }
}
