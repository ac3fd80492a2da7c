import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, MoreThan } from 'typeorm';
import { changeIf, increment, insertOnce } from '../../database/changes.js';
import { Database } from '../../database/database.js';
import { AttemptBucket } from './attempt-bucket.entity.js';
import type { Counters } from './attempt-rules.js';

@Injectable()
export class AttemptBucketsRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<AttemptBucket | null> {
    return this.database.run((manager) => manager.findOneBy(AttemptBucket, { id }));
  }

  /** Writes what follows from `seen`; false when another attempt was counted meanwhile. */
  replace(
    key: { id: string; subject: string },
    seen: AttemptBucket | null,
    next: Counters,
  ): Promise<boolean> {
    return this.database.run((manager) =>
      seen === null
        ? insertOnce(manager, AttemptBucket, { ...key, ...next, version: 1 })
        : changeIf(manager, AttemptBucket, {
            where: { id: key.id, version: seen.version },
            set: { ...next, version: increment('version') },
          }),
    );
  }

  async takeBack(id: string): Promise<void> {
    await this.database.run((manager) =>
      changeIf(manager, AttemptBucket, {
        where: { id, failures: MoreThan(0) },
        set: {
          failures: increment('failures', -1),
          version: increment('version'),
          notBefore: null,
          lockedUntil: null,
        },
      }),
    );
  }

  async remove(id: string): Promise<void> {
    await this.database.run((manager) => manager.delete(AttemptBucket, { id }));
  }

  /** Forgets those that nobody tried since `lastTriedBy`. */
  async removeOld(lastTriedBy: Date): Promise<void> {
    await this.database.run((manager) =>
      manager.delete(AttemptBucket, { lastAttemptAt: LessThanOrEqual(lastTriedBy) }),
    );
  }

  async removeAllOf(subject: string): Promise<void> {
    await this.database.run((manager) => manager.delete(AttemptBucket, { subject }));
  }
}
