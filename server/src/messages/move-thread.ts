import type { MoveThread as MoveThreadBody, WorkerThread } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Identifiers } from '../crypto/identifiers.js';
import { InvalidInput } from '../errors/invalid-input.js';
import { People, type PersonView } from '../people/index.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import { AnswerDrafts } from './answer-drafts.js';
import { nobodyToWriteTo } from './message.errors.js';
import { MessageSeal } from './message-seal.js';
import type { MessageEntity } from './message.entity.js';
import { MessagesRepository } from './messages.repository.js';
import { ThreadActs } from './thread-acts.js';
import { ThreadAudience } from './thread-audience.js';
import { ThreadReadersRepository } from './thread-readers.repository.js';
import type { ThreadEntity } from './thread.entity.js';
import { ThreadsRepository } from './threads.repository.js';
import { NOBODY_WAITS } from './waiting.js';

/**
 * A thread about the wrong child goes to the right account (domain 8.5). Everything written in it is sealed anew under
 * that account's key, so that erasing the one child leaves the other's record whole. A stub stays on both sides.
 */
@Injectable()
export class MoveThread {
  constructor(
    private readonly acts: ThreadActs,
    private readonly threads: ThreadsRepository,
    private readonly messages: MessagesRepository,
    private readonly readers: ThreadReadersRepository,
    private readonly audience: ThreadAudience,
    private readonly drafts: AnswerDrafts,
    private readonly people: People,
    private readonly seal: MessageSeal,
    private readonly identifiers: Identifiers,
  ) {}

  async move(
    context: RequestContext,
    id: string,
    { accountId, reason }: MoveThreadBody,
  ): Promise<WorkerThread> {
    const worker = signedInWorker(context);
    const account = await this.people.getVisible(worker, accountId);
    return this.acts.act(context, id, 'moved', async (thread) => {
      this.acts.requireHolder(context, thread);
      if (thread.accountId === accountId) throw new InvalidInput({ accountId: 'INVALID' });
      const users = await this.audience.listUsers({ ...thread, accountId });
      if (users.length === 0) throw nobodyToWriteTo();
      const newId = await this.copy(thread, account, users);
      await this.drafts.move(worker.workerId, thread, { id: newId, accountId });
      await this.leaveStub(thread, newId);
      return { toId: accountId, reason };
    });
  }

  private async copy(thread: ThreadEntity, account: PersonView, users: readonly string[]): Promise<string> {
    const id = this.identifiers.next();
    const subject = await this.seal.openSubject(thread);
    await this.threads.insert({
      ...thread,
      id,
      accountId: account.id,
      subject: await this.seal.closeSubject(id, subject, account.dataKeyId),
    });
    const newIds = new Map<string, string>();
    let earlier = id;
    for (const message of await this.messages.listAll(thread.id)) {
      earlier = await this.copyMessage(message, { threadId: id, earlier, dataKeyId: account.dataKeyId });
      newIds.set(message.id, earlier);
    }
    const lastMessageId = newIds.get(thread.lastMessageId) ?? earlier;
    await this.threads.change({ id }, { lastMessageId });
    await this.copyReaders(thread, { id, accountId: account.id, lastMessageId, newIds, users });
    return id;
  }

  private async copyMessage(
    message: MessageEntity,
    { threadId, earlier, dataKeyId }: { threadId: string; earlier: string; dataKeyId: string },
  ): Promise<string> {
    const id = this.identifiers.nextAfter(earlier);
    const body = await this.seal.closeBody(id, await this.seal.openBody(message), dataKeyId);
    await this.messages.insert({ ...message, id, threadId, body });
    for (const read of await this.messages.listReads([message.id])) {
      await this.messages.read({ ...read, id: this.identifiers.next(), messageId: id });
    }
    return id;
  }

  /** Everybody has read there what they had read here. */
  private async copyReaders(
    thread: ThreadEntity,
    { id, accountId, lastMessageId, newIds, users }: MovedThread,
  ): Promise<void> {
    const before = [
      ...(await this.readers.listOf(thread.id, 'carer')),
      ...(await this.readers.listOf(thread.id, 'worker')),
    ];
    for (const reader of before) {
      if (reader.side === 'carer' && !users.includes(reader.readerId)) continue;
      await this.readers.add({
        ...reader,
        id: this.identifiers.next(),
        threadId: id,
        accountId,
        lastMessageId,
        lastReadMessageId: newIds.get(reader.lastReadMessageId ?? '') ?? null,
      });
    }
  }

  /** Nothing that was written stays under the wrong child. */
  private async leaveStub(thread: ThreadEntity, movedToThreadId: string): Promise<void> {
    await this.messages.removeAll(thread.id);
    await this.readers.clearUnread(thread.id);
    await this.threads.change(
      { id: thread.id },
      { movedToThreadId, state: 'closed', unreadCount: 0, snoozedUntil: null, ...NOBODY_WAITS },
    );
  }
}

interface MovedThread {
  readonly id: string;
  readonly accountId: string;
  readonly lastMessageId: string;
  readonly newIds: ReadonlyMap<string, string>;
  readonly users: readonly string[];
}
