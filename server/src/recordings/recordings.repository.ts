import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, MoreThan, type FindOptionsWhere } from 'typeorm';
import { changeIf, changeWhere, insertOnce } from '../database/changes.js';
import { Database } from '../database/database.js';
import { RecordingReadEntity } from './recording-read.entity.js';
import { RecordingEntity } from './recording.entity.js';

/** Recordings on one page of a list. */
export const RECORDING_PAGE = 50;

/** Whose recordings: a child's, or those that workers supervise, with a team's that nobody supervises. */
export type RecordingLists =
  | { readonly childId: string }
  | { readonly readFor: readonly string[]; readonly unsupervisedOf: string | null };

type Where = FindOptionsWhere<RecordingEntity>;

@Injectable()
export class RecordingsRepository {
  constructor(private readonly database: Database) {}

  /** False when the message was filed before. */
  insert(recording: RecordingEntity): Promise<boolean> {
    return this.database.run((manager) => insertOnce(manager, RecordingEntity, recording));
  }

  find(id: string): Promise<RecordingEntity | null> {
    return this.database.run((manager) => manager.findOneBy(RecordingEntity, { id, additionTo: IsNull() }));
  }

  list(ids: readonly string[]): Promise<RecordingEntity[]> {
    return this.database.run((manager) =>
      manager.findBy(RecordingEntity, { id: In([...ids]), additionTo: IsNull() }),
    );
  }

  /** Oldest first. */
  listAdditions(recordingIds: readonly string[]): Promise<RecordingEntity[]> {
    if (recordingIds.length === 0) return Promise.resolve([]);
    return this.database.run((manager) =>
      manager.find(RecordingEntity, { where: { additionTo: In([...recordingIds]) }, order: { id: 'ASC' } }),
    );
  }

  /** A carer's own, newest first, before `beforeId`. */
  listOfAuthor(userId: string, beforeId: string | undefined, limit: number): Promise<RecordingEntity[]> {
    return this.database.run((manager) =>
      manager.find(RecordingEntity, {
        where: {
          userId,
          additionTo: IsNull(),
          ...(beforeId === undefined ? {} : { id: LessThan(beforeId) }),
        },
        order: { id: 'DESC' },
        take: limit,
      }),
    );
  }

  /** The accounts that a carer's own are about. */
  async listAccountsOfAuthor(userId: string): Promise<string[]> {
    const rows = await this.database.run((manager) =>
      manager
        .createQueryBuilder(RecordingEntity, 'recording')
        .select('recording.accountId', 'accountId')
        .distinct()
        .where({ userId })
        .getRawMany<{ accountId: string }>(),
    );
    return rows.map(({ accountId }) => accountId);
  }

  /** Of workers' and teams' lists: open ones oldest first, done ones newest first. One more than a page. */
  page(lists: RecordingLists, isOpen: boolean, after: string | undefined): Promise<RecordingEntity[]> {
    const id = after === undefined ? {} : { id: isOpen ? MoreThan(after) : LessThan(after) };
    return this.database.run((manager) =>
      manager.find(RecordingEntity, {
        where: whereOf(lists).map((where) => ({ ...where, ...id, isOpen, additionTo: IsNull() })),
        order: { id: isOpen ? 'ASC' : 'DESC' },
        take: RECORDING_PAGE + 1,
      }),
    );
  }

  countOpen(lists: RecordingLists): Promise<number> {
    return this.database.run((manager) =>
      manager.count(RecordingEntity, {
        where: whereOf(lists).map((where) => ({ ...where, isOpen: true, additionTo: IsNull() })),
      }),
    );
  }

  /** Countersigns the recording and whatever was added to it; false when somebody was quicker. */
  async countersign(id: string, countersignedBy: string, countersignedAt: Date): Promise<boolean> {
    return this.database.run(async (manager) => {
      const isOurs = await changeIf(manager, RecordingEntity, {
        where: { id, isOpen: true },
        set: { isOpen: false },
      });
      const set = { countersignedBy, countersignedAt };
      if (!isOurs) return false;
      await changeWhere(manager, RecordingEntity, { where: { id, countersignedAt: IsNull() }, set });
      await changeWhere(manager, RecordingEntity, {
        where: { additionTo: id, countersignedAt: IsNull() },
        set,
      });
      return true;
    });
  }

  /** Something was added: it waits again, and what was countersigned stays so. */
  async open(id: string): Promise<void> {
    await this.database.run((manager) =>
      changeWhere(manager, RecordingEntity, { where: { id }, set: { isOpen: true } }),
    );
  }

  /** The first time counts. */
  async read(read: RecordingReadEntity): Promise<void> {
    await this.database.run((manager) => insertOnce(manager, RecordingReadEntity, read));
  }

  listReads(recordingIds: readonly string[]): Promise<RecordingReadEntity[]> {
    if (recordingIds.length === 0) return Promise.resolve([]);
    return this.database.run((manager) =>
      manager.find(RecordingReadEntity, {
        where: { recordingId: In([...recordingIds]) },
        order: { readAt: 'ASC', id: 'ASC' },
      }),
    );
  }
}

function whereOf(lists: RecordingLists): Where[] {
  if ('childId' in lists) return [{ accountId: lists.childId }];
  const { readFor, unsupervisedOf } = lists;
  const unsupervised = unsupervisedOf === null ? [] : [{ teamId: unsupervisedOf, supervisorId: IsNull() }];
  return [{ supervisorId: In([...readFor]) }, ...unsupervised];
}
