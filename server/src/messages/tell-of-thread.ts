import { Injectable } from '@nestjs/common';
import { audienceOfTeam, Live, type LiveAudience } from '../live/index.js';
import { Notices } from '../notifications/index.js';
import { ThreadReadersRepository } from './thread-readers.repository.js';
import type { ThreadEntity } from './thread.entity.js';

/** Tells those whom a thread concerns that something happened in it. Call it inside the transaction of what did. */
@Injectable()
export class TellOfThread {
  constructor(
    private readonly readers: ThreadReadersRepository,
    private readonly live: Live,
    private readonly notices: Notices,
  ) {}

  /** Both screens show the message without reloading; the carers who did not write it get a mail (domain 8.5). */
  async ofMessage(thread: ThreadEntity, authorId: string): Promise<void> {
    const carers = await this.readers.listOf(thread.id, 'carer');
    for (const { readerId } of carers) {
      if (readerId !== authorId) await this.notices.tell(readerId, 'message');
    }
    await this.ofChange(thread);
  }

  /** It was read, taken, moved on, settled or taken back. */
  async ofChange(thread: ThreadEntity): Promise<void> {
    const carers = await this.readers.listOf(thread.id, 'carer');
    await this.live.tell(
      carers.map(({ readerId }) => `user:${readerId}` as const),
      'messages',
    );
    await this.live.tell(workersOf(thread), 'inbox');
  }
}

/** The team, and whoever has it or was written to: they may be of another team. */
function workersOf({ teamId, holderId, addresseeId }: ThreadEntity): LiveAudience[] {
  const workers = [holderId, addresseeId].filter((id) => id !== null);
  return [audienceOfTeam(teamId), ...workers.map((id) => `worker:${id}` as const)];
}
