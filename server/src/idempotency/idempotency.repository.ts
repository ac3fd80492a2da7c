import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { insertOnce } from '../database/changes.js';
import { Database } from '../database/database.js';
import { IdempotencyKey } from './idempotency-key.entity.js';

@Injectable()
export class IdempotencyRepository {
  constructor(private readonly database: Database) {}

  claim(row: IdempotencyKey): Promise<boolean> {
    return this.database.run((manager) => insertOnce(manager, IdempotencyKey, row));
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
