import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Database } from '../database/database.js';
import { insertOnce } from '../database/changes.js';
import { CHAIN_START } from './audit-chain.js';
import { AuditEvent, AuditHead } from './audit-event.entity.js';

const HEAD = 'head';

@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  /** The newest link, locked until the transaction ends, so that two acts never take the same place. */
  async lockHead(): Promise<AuditHead> {
    const head = await this.findHead(true);
    if (head) return head;
    await this.database.run((manager) =>
      insertOnce(manager, AuditHead, { id: HEAD, seq: 0, hash: CHAIN_START }),
    );
    return (await this.findHead(true))!;
  }

  findHead(isLocked = false): Promise<AuditHead | null> {
    const lock = isLocked && this.database.engine === 'mariadb';
    return this.database.run((manager) =>
      manager.findOne(AuditHead, {
        where: { id: HEAD },
        ...(lock ? { lock: { mode: 'pessimistic_write' } } : {}),
      }),
    );
  }

  append(event: AuditEvent): Promise<void> {
    return this.database.run(async (manager) => {
      await manager.insert(AuditEvent, event);
      await manager.update(AuditHead, { id: HEAD }, { seq: event.seq, hash: event.hash });
    });
  }

  /** The next events after `seq`, oldest first. */
  listAfter(seq: number, limit: number): Promise<AuditEvent[]> {
    return this.database.run((manager) =>
      manager.find(AuditEvent, { where: { seq: MoreThan(seq) }, order: { seq: 'ASC' }, take: limit }),
    );
  }
}
