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

  async findHead(isLocked = false): Promise<AuditHead | null> {
    const lock = isLocked && this.database.engine === 'mariadb' ? ' FOR UPDATE' : '';
    const from = `FROM audit_head head WHERE head.id = ?${lock}`;
    const [found] = await this.database.select({ head: AuditHead }, from, [HEAD]);
    return found?.head ?? null;
  }

  /** Everybody waits for the head, so this is as short as it can be. */
  async append(event: AuditEvent): Promise<void> {
    await this.database.insert(AuditEvent, event);
    await this.database.change('UPDATE audit_head SET seq = ?, hash = ? WHERE id = ?', [
      event.seq,
      event.hash,
      HEAD,
    ]);
  }

  /** The next events after `seq`, oldest first. */
  listAfter(seq: number, limit: number): Promise<AuditEvent[]> {
    return this.database.run((manager) =>
      manager.find(AuditEvent, { where: { seq: MoreThan(seq) }, order: { seq: 'ASC' }, take: limit }),
    );
  }
}
