import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, Not } from 'typeorm';
import { changeIf, insertOnce } from '../database/changes.js';
import { Database } from '../database/database.js';
import { NoticeEntity } from './notice.entity.js';

type Noticed = Pick<NoticeEntity, 'userId' | 'kind'>;

@Injectable()
export class NoticesRepository {
  constructor(private readonly database: Database) {}

  /**
   * The notice of the user and kind, a new one under `id` if there is none. Others who tell the user of the same kind
   * wait until the transaction ends, and so does the job that sends what is due; SQLite has one transaction at a time.
   */
  async lock(id: string, noticed: Noticed): Promise<NoticeEntity> {
    const known = await this.findLocked(noticed);
    if (known) return known;
    const empty = { id, ...noticed, lastSentAt: null, lastMailId: null, dueAt: null };
    await this.database.run((manager) => insertOnce(manager, NoticeEntity, empty));
    return (await this.findLocked(noticed))!;
  }

  /** What may go now, the longest due first. */
  listDue(now: Date, limit: number): Promise<NoticeEntity[]> {
    return this.database.run((manager) =>
      manager.find(NoticeEntity, {
        where: { dueAt: LessThanOrEqual(now) },
        order: { dueAt: 'ASC', id: 'ASC' },
        take: limit,
      }),
    );
  }

  /** Takes what is due, for the mail that follows in this transaction; false when another process was quicker. */
  take(id: string, now: Date): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, NoticeEntity, { where: { id, dueAt: LessThanOrEqual(now) }, set: { dueAt: null } }),
    );
  }

  async noteSent(id: string, lastSentAt: Date, lastMailId: string): Promise<void> {
    await this.database.run((manager) =>
      changeIf(manager, NoticeEntity, { where: { id }, set: { lastSentAt, lastMailId } }),
    );
  }

  async wait(id: string, dueAt: Date): Promise<void> {
    await this.database.run((manager) => changeIf(manager, NoticeEntity, { where: { id }, set: { dueAt } }));
  }

  /** The user's mail did not arrive, and nothing newer waits. */
  async putBack(userId: string, lastMailId: string, dueAt: Date): Promise<void> {
    await this.database.run((manager) =>
      changeIf(manager, NoticeEntity, { where: { userId, lastMailId, dueAt: IsNull() }, set: { dueAt } }),
    );
  }

  listWaitingOf(userId: string): Promise<NoticeEntity[]> {
    return this.database.run((manager) => manager.findBy(NoticeEntity, { userId, dueAt: Not(IsNull()) }));
  }

  /** Gives what still waits another time. */
  async moveWaiting(id: string, dueAt: Date): Promise<void> {
    await this.database.run((manager) =>
      changeIf(manager, NoticeEntity, { where: { id, dueAt: Not(IsNull()) }, set: { dueAt } }),
    );
  }

  private findLocked({ userId, kind }: Noticed): Promise<NoticeEntity | null> {
    const lock = this.database.engine === 'sqlite' ? {} : { lock: { mode: 'pessimistic_write' } as const };
    return this.database.run((manager) =>
      manager.findOne(NoticeEntity, { where: { userId, kind }, ...lock }),
    );
  }
}
