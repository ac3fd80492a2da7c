import type { ThreadEventKind, ThreadMove, WorkerThread } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { stateChanged } from '../errors/domain-error.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import { InboxService } from './inbox.service.js';
import { heldByAnother, threadMoved } from './message.errors.js';
import { TellOfThread } from './tell-of-thread.js';
import { ThreadHistory } from './thread-history.js';
import { ThreadScope } from './thread-scope.js';
import type { ThreadEntity } from './thread.entity.js';
import { ThreadsRepository } from './threads.repository.js';

/** What is done with the locked thread; gives what its history keeps. */
type Work = (thread: ThreadEntity) => Promise<{ toId?: string | null; reason?: string }>;

/** The frame of every act on a thread: scope, lock, history and audit in one transaction, then the thread as it is. */
@Injectable()
export class ThreadActs {
  constructor(
    private readonly scope: ThreadScope,
    private readonly threads: ThreadsRepository,
    private readonly history: ThreadHistory,
    private readonly telling: TellOfThread,
    private readonly inbox: InboxService,
    private readonly database: Database,
  ) {}

  async act(context: RequestContext, id: string, kind: ThreadEventKind, work: Work): Promise<WorkerThread> {
    await this.scope.getVisible(signedInWorker(context), id);
    await this.database.transaction(async () => {
      const thread = (await this.threads.lock(id))!;
      if (thread.movedToThreadId !== null) throw threadMoved();
      const done = await work(thread);
      await this.telling.ofChange((await this.threads.find(id))!);
      await this.history.record(context, thread, { kind, ...done });
    });
    return this.inbox.again(context, id);
  }

  /** Moves the thread, or says who else was quicker. */
  async move(thread: ThreadEntity, move: ThreadMove, set: Partial<ThreadEntity> = {}): Promise<void> {
    if (!(await this.threads.move(thread.id, move, set))) throw stateChanged();
  }

  /** Only the worker who holds the thread may go on with it. */
  requireHolder(context: RequestContext, thread: ThreadEntity): void {
    const { workerId } = signedInWorker(context);
    if (thread.holderId === workerId) return;
    throw thread.holderId === null ? stateChanged() : heldByAnother();
  }
}
