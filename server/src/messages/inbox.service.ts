import type { InboxCounts, InboxThread, InboxView, WorkerThread } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { workingDaysBefore } from '../clock/working-days.js';
import { Database } from '../database/database.js';
import { DomainError } from '../errors/domain-error.js';
import { Recordings } from '../recordings/index.js';
import { signedInWorker, type RequestContext, type SignedInWorker } from '../request/request-context.js';
import type { InboxOwner, InboxPlace } from './inbox-rules.js';
import { INBOX_PAGE, InboxRepository } from './inbox.repository.js';
import { InboxThreadView } from './inbox.view.js';
import { MessageViews } from './message-views.js';
import { ReadMessages } from './read-messages.js';
import { ThreadHistory } from './thread-history.js';
import { ThreadScope } from './thread-scope.js';
import type { ThreadEntity } from './thread.entity.js';
import { ThreadsRepository } from './threads.repository.js';

/** A message that nobody took within this time goes to the duty worker (domain 8.5). */
const DUTY_AFTER_WORKING_DAYS = 1;

/** Reading the inbox and its threads. */
@Injectable()
export class InboxService {
  constructor(
    private readonly inbox: InboxRepository,
    private readonly threads: ThreadsRepository,
    private readonly scope: ThreadScope,
    private readonly view: InboxThreadView,
    private readonly messages: MessageViews,
    private readonly history: ThreadHistory,
    private readonly reading: ReadMessages,
    private readonly recordings: Recordings,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async list(context: RequestContext, view: InboxView, cursor: string | undefined) {
    const owner = await this.ownerOf(signedInWorker(context));
    const found = await this.inbox.list(owner, view, placeOf(cursor));
    const page = found.slice(0, INBOX_PAGE);
    const items: InboxThread[] = await this.view.listOf(page);
    return { items, ...(found.length > INBOX_PAGE ? { nextCursor: cursorOf(page.at(-1)!.thread) } : {}) };
  }

  async counts(context: RequestContext): Promise<InboxCounts> {
    const owner = await this.ownerOf(signedInWorker(context));
    const [mine, fresh, waitingWorker, duty] = await Promise.all(
      (['mine', 'new', 'waiting_worker', 'duty'] as const).map((view) => this.inbox.count(owner, view)),
    );
    const toCountersign = await this.recordings.countToCountersign(signedInWorker(context));
    return { mine: mine!, new: fresh!, waitingWorker: waitingWorker!, duty: duty!, toCountersign };
  }

  /** Opening a thread is audited; it does not count as reading it. */
  async get(context: RequestContext, id: string, cursor?: string): Promise<WorkerThread> {
    const thread = await this.scope.getVisible(signedInWorker(context), id);
    await this.audit.record(context, { action: 'thread.opened', objectType: 'thread', objectId: id });
    return this.viewOf(context, thread, cursor);
  }

  /** The thread as it is after an act of this worker. */
  async again(context: RequestContext, id: string): Promise<WorkerThread> {
    return this.viewOf(context, (await this.threads.find(id))!);
  }

  async markRead(context: RequestContext, id: string, upToMessageId: string): Promise<void> {
    const { workerId } = signedInWorker(context);
    await this.scope.getVisible(signedInWorker(context), id);
    await this.database.transaction(async () => {
      const thread = (await this.threads.lock(id))!;
      await this.reading.markRead(thread, { side: 'worker', id: workerId }, upToMessageId);
    });
  }

  private async viewOf(
    context: RequestContext,
    thread: ThreadEntity,
    cursor?: string,
  ): Promise<WorkerThread> {
    const viewer = { side: 'worker', id: signedInWorker(context).workerId } as const;
    const [row] = await this.view.listOf([await this.inbox.get(thread.id)]);
    const page = await this.messages.page(thread.id, viewer, cursor);
    return {
      ...row!,
      isPrivate: thread.isPrivate,
      movedToThreadId: thread.movedToThreadId,
      history: await this.history.listOf(thread.id),
      ...page,
    };
  }

  private async ownerOf({ workerId, teamId }: SignedInWorker): Promise<InboxOwner> {
    const dutyBefore = workingDaysBefore(this.clock.now(), DUTY_AFTER_WORKING_DAYS);
    return { workerId, teamId, readFor: await this.scope.listReadFor(workerId), dutyBefore };
  }
}

const cursorOf = ({ isUrgent, lastMessageId }: ThreadEntity): string =>
  `${isUrgent ? 'u' : 'n'}${lastMessageId}`;

/** Where the page after this cursor starts. One that we never gave is refused. */
function placeOf(cursor: string | undefined): InboxPlace | null {
  if (cursor === undefined) return null;
  const [, urgency, lastMessageId] = /^([un])([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (lastMessageId !== undefined) return { isUrgent: urgency === 'u', lastMessageId };
  throw new DomainError('invalid', 'INVALID_INPUT', { fields: { cursor: 'INVALID' } });
}
