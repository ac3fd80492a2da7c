import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { notFound } from '../errors/domain-error.js';
import type { RequestContext } from '../request/request-context.js';
import type { MessageEntity } from './message.entity.js';
import { isGone } from './message.policy.js';
import { MessagesRepository } from './messages.repository.js';
import { ReadMessages } from './read-messages.js';
import { TellOfThread } from './tell-of-thread.js';
import { ThreadReadersRepository } from './thread-readers.repository.js';
import type { ThreadEntity } from './thread.entity.js';
import { ThreadsRepository } from './threads.repository.js';
import { NOBODY_WAITS } from './waiting.js';

/**
 * Takes a message back for its author (domain 8.5). What nobody else had read is gone from everybody's view, as if it
 * had never been sent; what was read stays and is struck out. The thread, its lists and badges follow.
 */
@Injectable()
export class WithdrawMessage {
  constructor(
    private readonly threads: ThreadsRepository,
    private readonly messages: MessagesRepository,
    private readonly readers: ThreadReadersRepository,
    private readonly reading: ReadMessages,
    private readonly telling: TellOfThread,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Taking it back again is answered as the first time. `maySee` refuses a thread that its author no longer sees. */
  async withdraw(
    context: RequestContext,
    id: string,
    authorId: string,
    maySee: (threadId: string) => Promise<unknown>,
  ): Promise<void> {
    const message = await this.messages.find(id);
    if (message?.authorId !== authorId) throw notFound();
    if (message.withdrawnAt !== null) return;
    await maySee(message.threadId);
    await this.takeBack(context, message);
  }

  private takeBack(
    context: RequestContext,
    { id, threadId, authorId, author }: MessageEntity,
  ): Promise<void> {
    return this.database.transaction(async () => {
      const thread = (await this.threads.lock(threadId))!;
      if (!(await this.messages.withdraw(id, authorId, this.clock.now()))) return;
      const left = await this.listLeft(threadId);
      const newest = left.at(-1);
      if (newest) await this.goBackTo(thread, newest, left);
      else await this.vanish(thread);
      await this.reading.forget(thread, author);
      await this.telling.ofChange(thread);
      await this.audit.record(context, {
        action: 'message.withdrawn',
        objectType: 'thread',
        objectId: threadId,
        detail: { messageId: id },
      });
    });
  }

  /** What can still be seen in the thread, oldest first. */
  private async listLeft(threadId: string): Promise<MessageEntity[]> {
    const all = await this.messages.listAll(threadId);
    const withdrawn = all.filter(({ withdrawnAt }) => withdrawnAt !== null);
    const reads = await this.messages.listReads(withdrawn.map(({ id }) => id));
    return all.filter((message) => !isGone(message, reads));
  }

  private async goBackTo(
    thread: ThreadEntity,
    newest: MessageEntity,
    left: readonly MessageEntity[],
  ): Promise<void> {
    const last = { lastMessageId: newest.id, lastMessageAt: newest.sentAt };
    await this.threads.change({ id: thread.id }, { ...last, ...waitAfter(thread, left) });
    await this.readers.setLast(thread.id, newest.id);
  }

  /** Nobody lists it any more; the rows stay, for the audit log points to them. */
  private async vanish({ id }: ThreadEntity): Promise<void> {
    await this.readers.removeAll(id);
    await this.threads.change(
      { id },
      { state: 'closed', lastMessageId: id, snoozedUntil: null, ...NOBODY_WAITS },
    );
  }
}

/** Whether the carer still waits for an answer, and since when. */
function waitAfter({ state, holderId }: ThreadEntity, left: readonly MessageEntity[]): Partial<ThreadEntity> {
  if (state === 'closed') return {};
  const standing = left.filter(({ withdrawnAt }) => withdrawnAt === null);
  const waiting = standing[standing.findLastIndex(({ author }) => author === 'worker') + 1];
  if (waiting) {
    return { waitingSince: waiting.sentAt, state: state === 'waiting_carer' ? 'waiting_worker' : state };
  }
  const isTheirTurn = holderId !== null && (state === 'claimed' || state === 'waiting_worker');
  return { ...NOBODY_WAITS, state: isTheirTurn ? 'waiting_carer' : state };
}
