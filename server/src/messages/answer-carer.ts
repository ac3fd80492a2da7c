import { inboxRoutes, type ReplyAsWorker, type WorkerThread, type WriteToCarers } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AccountHolders } from '../accounts/index.js';
import { Idempotency } from '../idempotency/index.js';
import { People, type PersonView } from '../people/index.js';
import { signedInWorker, type RequestContext, type SignedInWorker } from '../request/request-context.js';
import { AnswerDrafts } from './answer-drafts.js';
import { BeginThread } from './begin-thread.js';
import { InboxService } from './inbox.service.js';
import { nobodyToWriteTo, threadMoved } from './message.errors.js';
import { PostMessage } from './post-message.js';
import { ReadMessages } from './read-messages.js';
import { ThreadActs } from './thread-acts.js';
import { ThreadHistory } from './thread-history.js';
import { ThreadScope } from './thread-scope.js';
import type { ThreadEntity } from './thread.entity.js';
import { ThreadsRepository } from './threads.repository.js';
import { WithdrawMessage } from './withdraw-message.js';
import { AuditTrail } from '../audit/index.js';

/** Workers' messages: answers in a thread, and new threads to those who hold an account. */
@Injectable()
export class AnswerCarer {
  constructor(
    private readonly acts: ThreadActs,
    private readonly scope: ThreadScope,
    private readonly threads: ThreadsRepository,
    private readonly beginning: BeginThread,
    private readonly posting: PostMessage,
    private readonly drafts: AnswerDrafts,
    private readonly reading: ReadMessages,
    private readonly withdrawing: WithdrawMessage,
    private readonly history: ThreadHistory,
    private readonly inbox: InboxService,
    private readonly holders: AccountHolders,
    private readonly people: People,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
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
      await this.drafts.dropSent(workerId, thread);
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

  withdraw(context: RequestContext, messageId: string): Promise<void> {
    const worker = signedInWorker(context);
    return this.withdrawing.withdraw(context, messageId, worker.workerId, (threadId) =>
      this.scope.getVisible(worker, threadId),
    );
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

  /** The worker who writes has the thread, until the carer answers and after. */
  private async begin(
    context: RequestContext,
    { workerId, teamId }: SignedInWorker,
    { account, carerId, subject, body }: Letter,
  ): Promise<string> {
    const thread = await this.beginning.begin({
      account,
      carerId,
      subject,
      state: 'waiting_carer',
      teamId: teamId ?? account.teamId,
      addresseeId: workerId,
      holderId: workerId,
    });
    await this.posting.post(thread, { side: 'worker', id: workerId }, body);
    await this.audit.record(context, {
      action: 'thread.started',
      objectType: 'thread',
      objectId: thread.id,
    });
    return thread.id;
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

interface Letter {
  readonly account: PersonView;
  readonly carerId: string;
  readonly subject: string;
  readonly body: string;
}
