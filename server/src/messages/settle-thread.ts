import type { LockThread, SnoozeThread, WorkerThread } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { stateChanged } from '../errors/domain-error.js';
import { InvalidInput } from '../errors/invalid-input.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import { ThreadActs } from './thread-acts.js';
import { ThreadsRepository } from './threads.repository.js';
import { NOBODY_WAITS } from './waiting.js';

/** Closing, reopening, putting aside and locking a thread. */
@Injectable()
export class SettleThread {
  constructor(
    private readonly acts: ThreadActs,
    private readonly threads: ThreadsRepository,
    private readonly clock: Clock,
  ) {}

  close(context: RequestContext, id: string): Promise<WorkerThread> {
    return this.acts.act(context, id, 'closed', async (thread) => {
      this.acts.requireHolder(context, thread);
      await this.acts.move(thread, 'close', { ...NOBODY_WAITS, snoozedUntil: null });
      return {};
    });
  }

  /** Whoever opens it again has it. */
  reopen(context: RequestContext, id: string): Promise<WorkerThread> {
    const { workerId } = signedInWorker(context);
    return this.acts.act(context, id, 'reopened', async (thread) => {
      await this.acts.move(thread, 'reopen', { holderId: workerId });
      return {};
    });
  }

  snooze(context: RequestContext, id: string, { until }: SnoozeThread): Promise<WorkerThread> {
    const today = this.clock.today();
    if (until <= today) throw new InvalidInput({ until: 'INVALID_DATE' });
    return this.acts.act(context, id, 'snoozed', async (thread) => {
      this.acts.requireHolder(context, thread);
      await this.acts.move(thread, 'snooze', { snoozedUntil: until });
      return {};
    });
  }

  /** The carer can still start a new thread: one way to the team stays open (domain 8.5 'Abuse'). */
  lock(context: RequestContext, id: string, { reason }: LockThread): Promise<WorkerThread> {
    return this.acts.act(context, id, 'locked', async (thread) => {
      const isLocked = await this.threads.lockReplies(thread.id, this.clock.now());
      if (!isLocked) throw stateChanged();
      return { reason };
    });
  }

  unlock(context: RequestContext, id: string): Promise<WorkerThread> {
    return this.acts.act(context, id, 'unlocked', async (thread) => {
      if (!(await this.threads.unlockReplies(thread.id))) throw stateChanged();
      return {};
    });
  }
}
