import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan } from 'typeorm';
import { changeIf, insertOnce } from '../database/changes.js';
import { Database } from '../database/database.js';
import { ThreadPresenceEntity } from './thread-presence.entity.js';

@Injectable()
export class ThreadPresencesRepository {
  constructor(private readonly database: Database) {}

  listSince(threadId: string, since: Date): Promise<ThreadPresenceEntity[]> {
    return this.database.run((manager) =>
      manager.findBy(ThreadPresenceEntity, { threadId, seenAt: MoreThan(since) }),
    );
  }

  /** True when the worker was not there since `since`: they have come. */
  note(presence: ThreadPresenceEntity, since: Date): Promise<boolean> {
    const { threadId, workerId, seenAt } = presence;
    const own = { threadId, workerId };
    return this.database.run(async (manager) => {
      const set = { seenAt };
      const stays = await changeIf(manager, ThreadPresenceEntity, {
        where: { ...own, seenAt: MoreThan(since) },
        set,
      });
      if (stays) return false;
      const comesBack = await changeIf(manager, ThreadPresenceEntity, { where: own, set });
      return comesBack || (await insertOnce(manager, ThreadPresenceEntity, presence));
    });
  }

  async remove(threadId: string, workerId: string): Promise<void> {
    await this.database.run((manager) => manager.delete(ThreadPresenceEntity, { threadId, workerId }));
  }

  async removeOld(before: Date): Promise<void> {
    await this.database.run((manager) => manager.delete(ThreadPresenceEntity, { seenAt: LessThan(before) }));
  }
}
