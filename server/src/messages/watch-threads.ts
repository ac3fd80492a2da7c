import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { MINUTE_MS } from '../clock/lengths.js';
import { RepeatedJobs } from '../clock/repeated-jobs.js';
import { workingDaysBefore } from '../clock/working-days.js';
import { Database } from '../database/database.js';
import { systemContext } from '../request/request-context.js';
import { Tasks } from '../tasks/index.js';
import { InboxRepository } from './inbox.repository.js';
import type { ThreadEntity } from './thread.entity.js';
import { ThreadsRepository } from './threads.repository.js';

/** A carer who waits this many working days has the worker reminded, then the team's manager told (domain 8.5). */
const WORKING_DAYS = { remind: 2, escalate: 5 } as const;

/** Wakes sleeping threads on their day, and sees that no carer waits without anybody knowing. Any process may run it. */
@Injectable()
export class WatchThreads {
  constructor(
    private readonly inbox: InboxRepository,
    private readonly threads: ThreadsRepository,
    private readonly tasks: Tasks,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    jobs: RepeatedJobs,
  ) {
    jobs.add('messages.watch', MINUTE_MS, () => this.run());
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    const before = (days: number) => workingDaysBefore(now, days);
    for (const thread of await this.inbox.listToWake(this.clock.today())) await this.wake(thread);
    for (const thread of await this.inbox.listWaitingSince(before(WORKING_DAYS.remind), 'remindedAt'))
      await this.remind(thread);
    for (const thread of await this.inbox.listWaitingSince(before(WORKING_DAYS.escalate), 'escalatedAt'))
      await this.escalate(thread);
  }

  private wake(thread: ThreadEntity): Promise<void> {
    return this.database.transaction(async () => {
      if (!(await this.threads.move(thread.id, 'wake', { snoozedUntil: null }))) return;
      await this.record('thread.woken', thread);
    });
  }

  /** Whoever has it, or was written to, or the team. */
  private remind(thread: ThreadEntity): Promise<void> {
    return this.database.transaction(async () => {
      if (!(await this.threads.markOverdue(thread.id, 'remindedAt', this.clock.now()))) return;
      const workerId = thread.holderId ?? thread.addresseeId;
      await this.tasks.add({ ...aboutThread(thread), kind: 'message_unread', workerId });
      await this.record('thread.reminded', thread);
    });
  }

  /** The whole team sees it, urgent: its manager does, and it is nobody's own any more. */
  private escalate(thread: ThreadEntity): Promise<void> {
    return this.database.transaction(async () => {
      if (!(await this.threads.markOverdue(thread.id, 'escalatedAt', this.clock.now()))) return;
      await this.tasks.add({ ...aboutThread(thread), kind: 'message_escalated', isUrgent: true });
      await this.record('thread.escalated', thread);
    });
  }

  private record(action: string, { id }: ThreadEntity): Promise<void> {
    return this.audit.record(systemContext(), { action, objectType: 'thread', objectId: id });
  }
}

const aboutThread = ({ id, accountId, teamId }: ThreadEntity) =>
  ({ personId: accountId, about: { kind: 'thread', id }, teamId }) as const;
