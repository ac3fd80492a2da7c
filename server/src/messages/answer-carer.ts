import { inboxRoutes, type ReplyAsWorker, type WorkerThread, type WriteToCarers } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AccountHolders } from '../accounts/index.js';
import { Clock } from '../clock/clock.js';
import { Identifiers } from '../crypto/identifiers.js';
import { Idempotency } from '../idempotency/index.js';
import { People, type PersonView } from '../people/index.js';
import { signedInWorker, type RequestContext, type SignedInWorker } from '../request/request-context.js';
import { InboxService } from './inbox.service.js';
import { nobodyToWriteTo, threadMoved } from './message.errors.js';
import { MessageSeal } from './message-seal.js';
import { PostMessage } from './post-message.js';
import { ReadMessages } from './read-messages.js';
import { ThreadActs } from './thread-acts.js';
import { ThreadHistory } from './thread-history.js';
import { ThreadScope } from './thread-scope.js';
import type { ThreadEntity } from './thread.entity.js';
import { ThreadsRepository } from './threads.repository.js';
import { AuditTrail } from '../audit/index.js';

/** Workers' messages: answers in a thread, and new threads to those who hold an account. */
@Injectable()
export class AnswerCarer {
  constructor(
    private readonly acts: ThreadActs,
    private readonly scope: ThreadScope,
    private readonly threads: ThreadsRepository,
    private readonly posting: PostMessage,
    private readonly reading: ReadMessages,
    private readonly history: ThreadHistory,
    private readonly inbox: InboxService,
    private readonly holders: AccountHolders,
    private readonly people: People,
    private readonly seal: MessageSeal,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
    private readonly identifiers: Identifiers,
    private readonly clock: Clock,
  ) {}

  /** What the answer was to counts as read. Only the holder may answer, so two workers never do. */
  async reply(context: RequestContext, id: string, body: ReplyAsWorker): Promise<WorkerThread> {
    const { workerId } = signedInWorker(context);
    await this.scope.getVisible(signedInWorker(context), id);
    await this.idempotency.once(context, inboxRoutes.reply, { id, ...body }, async () => {
      const thread = (await this.threads.lock(id))!;
      if (thread.movedToThreadId !== null) throw threadMoved();
      this.acts.requireHolder(context, thread);
      const author = { side: 'worker', id: workerId } as const;
      await this.reading.markRead(thread, author, thread.lastMessageId);
      await this.posting.post(thread, author, body.body);
      if (body.close) await this.threads.move(id, 'close');
      await this.recordAnswer(context, thread, body.close);
    });
    return this.inbox.again(context, id);
  }

  /** One thread for each household that holds an account; with nobody to read one of them, nothing is sent at all. */
  async write(context: RequestContext, { accountIds, subject, body }: WriteToCarers) {
    const worker = signedInWorker(context);
    const accounts = await Promise.all(
      [...new Set(accountIds)].map((id) => this.people.getVisible(worker, id)),
    );
    return this.idempotency.once(context, inboxRoutes.write, { accountIds, subject, body }, async () => {
      const items: { accountId: string; threadId: string }[] = [];
      for (const account of accounts) {
        for (const carerId of await this.householdsOf(account.id)) {
          const threadId = await this.begin(context, worker, { account, carerId, subject, body });
          items.push({ accountId: account.id, threadId });
        }
      }
      return { items };
    });
  }

  /** One carer of each household that may use the account. */
  private async householdsOf(accountId: string): Promise<string[]> {
    const holders = await this.holders.listOf(accountId);
    if (holders.length === 0) throw nobodyToWriteTo();
    const carers = await this.people.list(holders.map(({ carerId }) => carerId));
    const byHousehold = new Map(
      [...carers.values()].map((carer) => [carer.householdId ?? carer.id, carer.id]),
    );
    return [...byHousehold.values()];
  }

  private async begin(context: RequestContext, worker: SignedInWorker, draft: NewThread): Promise<string> {
    const thread = await this.newThread(worker, draft);
    await this.threads.insert(thread);
    await this.posting.post(thread, { side: 'worker', id: worker.workerId }, draft.body);
    await this.audit.record(context, {
      action: 'thread.started',
      objectType: 'thread',
      objectId: thread.id,
    });
    return thread.id;
  }

  private async newThread(
    { workerId, teamId }: SignedInWorker,
    { account, carerId, subject }: NewThread,
  ): Promise<ThreadEntity> {
    const id = this.identifiers.next();
    const now = this.clock.now();
    return {
      ...blankThread,
      id,
      accountId: account.id,
      carerId,
      state: 'waiting_carer',
      subject: await this.seal.closeSubject(id, subject, account.dataKeyId),
      teamId: teamId ?? account.teamId,
      addresseeId: workerId,
      holderId: workerId,
      lastMessageId: id,
      lastMessageAt: now,
      createdAt: now,
    };
  }

  private async recordAnswer(
    context: RequestContext,
    thread: ThreadEntity,
    isClosed: boolean,
  ): Promise<void> {
    await this.audit.record(context, { action: 'message.sent', objectType: 'thread', objectId: thread.id });
    if (isClosed) await this.history.record(context, thread, { kind: 'closed' });
  }
}

interface NewThread {
  readonly account: PersonView;
  readonly carerId: string;
  readonly subject: string;
  readonly body: string;
}

const blankThread = {
  typeId: null,
  isPrivate: false,
  isUrgent: false,
  unreadCount: 0,
  waitingSince: null,
  remindedAt: null,
  escalatedAt: null,
  snoozedUntil: null,
  lockedAt: null,
  movedToThreadId: null,
} as const;
