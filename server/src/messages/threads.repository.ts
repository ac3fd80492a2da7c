import { threadMoves, type ThreadMove } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type FindOptionsWhere } from 'typeorm';
import { changeIf } from '../database/changes.js';
import { Database } from '../database/database.js';
import { ThreadEntity } from './thread.entity.js';

type Where = FindOptionsWhere<ThreadEntity>;
type Change = Partial<Omit<ThreadEntity, 'id'>>;

@Injectable()
export class ThreadsRepository {
  constructor(private readonly database: Database) {}

  async insert(thread: ThreadEntity): Promise<void> {
    await this.database.run((manager) => manager.insert(ThreadEntity, thread));
  }

  find(id: string): Promise<ThreadEntity | null> {
    return this.database.selectById(ThreadEntity, id);
  }

  list(ids: readonly string[]): Promise<ThreadEntity[]> {
    return this.database.selectByIds(ThreadEntity, ids);
  }

  /**
   * The thread as it is now, kept from everybody else until the transaction ends, so that messages, reads and counters
   * follow one another. Null when there is none.
   */
  lock(id: string): Promise<ThreadEntity | null> {
    const mode = this.database.engine === 'sqlite' ? {} : { lock: { mode: 'pessimistic_write' as const } };
    return this.database.run((manager) => manager.findOne(ThreadEntity, { where: { id }, ...mode }));
  }

  /** Moves it, if it is still in a state that allows that and fits `where`; false when not. */
  move(id: string, move: ThreadMove, change: Change = {}, where: Where = {}): Promise<boolean> {
    const { from, to } = threadMoves[move];
    return this.change({ ...where, id, state: In([...from]) }, { ...change, state: to });
  }

  /** Changes it, if it fits `where`; false when not. */
  change(where: Where, set: Change): Promise<boolean> {
    return this.database.run((manager) => changeIf(manager, ThreadEntity, { where, set }));
  }

  /** False when replies were stopped before. */
  lockReplies(id: string, lockedAt: Date): Promise<boolean> {
    return this.change({ id, lockedAt: IsNull() }, { lockedAt });
  }

  /** False when nothing was stopped. */
  unlockReplies(id: string): Promise<boolean> {
    return this.change({ id, lockedAt: Not(IsNull()) }, { lockedAt: null });
  }

  /** False when the carer no longer waits, or another process was quicker. */
  markOverdue(id: string, flag: 'remindedAt' | 'escalatedAt', at: Date): Promise<boolean> {
    return this.change({ id, [flag]: IsNull(), waitingSince: Not(IsNull()) }, { [flag]: at });
  }
}
