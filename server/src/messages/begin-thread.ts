import type { ThreadState } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Identifiers } from '../crypto/identifiers.js';
import type { PersonView } from '../people/index.js';
import { MessageSeal } from './message-seal.js';
import type { ThreadEntity } from './thread.entity.js';
import { ThreadsRepository } from './threads.repository.js';
import { NOBODY_WAITS } from './waiting.js';

/** A thread to begin: about whom, with which carer, and where it goes. */
export interface NewThread extends Pick<ThreadEntity, 'carerId' | 'teamId' | 'addresseeId'> {
  readonly account: PersonView;
  readonly state: ThreadState;
  readonly subject: string;
  readonly typeId?: string;
  readonly holderId?: string;
  readonly isPrivate?: boolean;
  readonly isUrgent?: boolean;
}

/** Begins a thread. Call it inside the transaction of the send, and post its first message at once. */
@Injectable()
export class BeginThread {
  constructor(
    private readonly threads: ThreadsRepository,
    private readonly seal: MessageSeal,
    private readonly identifiers: Identifiers,
    private readonly clock: Clock,
  ) {}

  async begin({ account, subject, ...facts }: NewThread): Promise<ThreadEntity> {
    const id = this.identifiers.next();
    const now = this.clock.now();
    const thread: ThreadEntity = {
      typeId: null,
      holderId: null,
      isPrivate: false,
      isUrgent: false,
      ...facts,
      id,
      accountId: account.id,
      subject: await this.seal.closeSubject(id, subject, account.dataKeyId),
      unreadCount: 0,
      lastMessageId: id,
      lastMessageAt: now,
      ...NOBODY_WAITS,
      snoozedUntil: null,
      lockedAt: null,
      movedToThreadId: null,
      createdAt: now,
    };
    await this.threads.insert(thread);
    return thread;
  }
}
