import { Injectable } from '@nestjs/common';
import { In, LessThan, LessThanOrEqual } from 'typeorm';
import { changeIf, increment, insertOnce } from '../database/changes.js';
import { Database } from '../database/database.js';
import { GatewayReport } from './gateway-report.entity.js';
import { type Channel, OutboxRow, type OutboxState } from './outbox.entity.js';

type Claimed = Pick<OutboxRow, 'id' | 'attempts'>;

@Injectable()
export class OutboxRepository {
  constructor(private readonly database: Database) {}

  insert(row: OutboxRow): Promise<unknown> {
    return this.database.run((manager) => manager.insert(OutboxRow, row));
  }

  find(id: string): Promise<OutboxRow | null> {
    return this.database.run((manager) => manager.findOneBy(OutboxRow, { id }));
  }

  /** What may be tried now, the longest due first. */
  listDue(channel: Channel, now: Date, limit: number): Promise<OutboxRow[]> {
    return this.database.run((manager) =>
      manager.find(OutboxRow, {
        where: { channel, state: 'waiting', nextAttemptAt: LessThanOrEqual(now) },
        order: { nextAttemptAt: 'ASC', id: 'ASC' },
        take: limit,
      }),
    );
  }

  /** Takes the row for this process until the lease ends; false when another one was quicker. */
  claim({ id, attempts }: Claimed, leaseUntil: Date): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, OutboxRow, {
        where: { id, attempts, state: 'waiting' },
        set: { attempts: increment('attempts'), nextAttemptAt: leaseUntil },
      }),
    );
  }

  /** Ends the row's sending and erases its content, unless the claim is no longer ours. */
  settle({ id, attempts }: Claimed, state: OutboxState): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, OutboxRow, {
        where: { id, attempts, state: 'waiting' },
        set: { state, content: null },
      }),
    );
  }

  /** Gives the row back for another try. */
  postpone({ id, attempts }: Claimed, nextAttemptAt: Date): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, OutboxRow, { where: { id, attempts, state: 'waiting' }, set: { nextAttemptAt } }),
    );
  }

  /** What the gateway reports of a message it took. It may be quicker with that than we are with noting `sent`. */
  applyReport(id: string, state: OutboxState): Promise<boolean> {
    const open: OutboxState[] = ['waiting', 'sent', 'delivered'];
    return this.database.run((manager) =>
      changeIf(manager, OutboxRow, {
        where: { id, state: In(open.filter((before) => before !== state)) },
        set: { state, content: null },
      }),
    );
  }

  /** False when the report was taken in before. */
  recordReport(digest: string, receivedAt: Date): Promise<boolean> {
    return this.database.run((manager) => insertOnce(manager, GatewayReport, { digest, receivedAt }));
  }

  /** Forgets what no report can concern any more. */
  async removeOld(before: { sent: Date; reported: Date }): Promise<void> {
    await this.database.run(async (manager) => {
      await manager.delete(OutboxRow, { createdAt: LessThan(before.sent) });
      await manager.delete(GatewayReport, { receivedAt: LessThan(before.reported) });
    });
  }
}
