import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { ThreadEventEntity } from './thread-event.entity.js';

@Injectable()
export class ThreadEventsRepository {
  constructor(private readonly database: Database) {}

  async insert(event: ThreadEventEntity): Promise<void> {
    await this.database.run((manager) => manager.insert(ThreadEventEntity, event));
  }

  listOf(threadId: string): Promise<ThreadEventEntity[]> {
    return this.database.run((manager) =>
      manager.find(ThreadEventEntity, { where: { threadId }, order: { id: 'ASC' } }),
    );
  }

  /** The newest of the thread; null when nothing was done with it yet. */
  async findLast(threadId: string): Promise<ThreadEventEntity | null> {
    return this.database.run((manager) =>
      manager.findOne(ThreadEventEntity, { where: { threadId }, order: { id: 'DESC' } }),
    );
  }
}
