import type { PresentWorkers } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { HOUR_MS, SECOND_MS } from '../clock/lengths.js';
import { RepeatedJobs } from '../clock/repeated-jobs.js';
import { Identifiers } from '../crypto/identifiers.js';
import { Database } from '../database/database.js';
import { Live } from '../live/index.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import { Workers } from '../staff/index.js';
import { ThreadPresencesRepository } from './thread-presences.repository.js';
import { ThreadScope } from './thread-scope.js';

/** The app says it every minute: whoever has not for longer has closed their window, or lost the network. */
const PRESENT_MS = 90 * SECOND_MS;

/** Who has a thread open at this moment. The claim keeps two from answering; this keeps the second from typing in vain. */
@Injectable()
export class ThreadPresence {
  constructor(
    private readonly presences: ThreadPresencesRepository,
    private readonly scope: ThreadScope,
    private readonly workers: Workers,
    private readonly live: Live,
    private readonly database: Database,
    private readonly identifiers: Identifiers,
    private readonly clock: Clock,
    jobs: RepeatedJobs,
  ) {
    jobs.add('messages.presence-clean', HOUR_MS, () => this.presences.removeOld(this.presentSince()));
  }

  async attend(context: RequestContext, threadId: string): Promise<PresentWorkers> {
    const worker = signedInWorker(context);
    await this.scope.getVisible(worker, threadId);
    const { workerId } = worker;
    const others = await this.database.transaction(async () => {
      const present = await this.othersAt(threadId, workerId);
      const presence = { id: this.identifiers.next(), threadId, workerId, seenAt: this.clock.now() };
      if (await this.presences.note(presence, this.presentSince())) await this.tell(present);
      return present;
    });
    const named = await this.workers.list(others);
    return { items: named.map(({ id, name }) => ({ workerId: id, workerName: name })) };
  }

  async leave(context: RequestContext, threadId: string): Promise<void> {
    const { workerId } = signedInWorker(context);
    await this.database.transaction(async () => {
      await this.presences.remove(threadId, workerId);
      await this.tell(await this.othersAt(threadId, workerId));
    });
  }

  private async othersAt(threadId: string, workerId: string): Promise<string[]> {
    const present = await this.presences.listSince(threadId, this.presentSince());
    return present.map((presence) => presence.workerId).filter((id) => id !== workerId);
  }

  private tell(workerIds: readonly string[]): Promise<void> {
    return this.live.tell(
      workerIds.map((id) => `worker:${id}` as const),
      'inbox',
    );
  }

  private presentSince(): Date {
    return new Date(this.clock.now().getTime() - PRESENT_MS);
  }
}
