import { Injectable } from '@nestjs/common';
import { notFound } from '../errors/domain-error.js';
import { People } from '../people/index.js';
import type { SignedInWorker } from '../request/request-context.js';
import { Covers } from '../staff/index.js';
import type { ThreadEntity } from './thread.entity.js';
import { isEmpty } from './thread.policy.js';
import { ThreadsRepository } from './threads.repository.js';

/** Which threads a worker may see: those about people in their scope, those sent to them, and those of whom they cover. */
@Injectable()
export class ThreadScope {
  constructor(
    private readonly threads: ThreadsRepository,
    private readonly people: People,
    private readonly covers: Covers,
  ) {}

  /** The same NOT_FOUND for a thread that does not exist and one that this worker may not see. */
  async getVisible(worker: SignedInWorker, id: string): Promise<ThreadEntity> {
    const thread = await this.threads.find(id);
    if (!thread || isEmpty(thread)) throw notFound();
    if (!(await this.isTheirs(worker, thread))) await this.people.getVisible(worker, thread.accountId);
    return thread;
  }

  private async isTheirs({ workerId, teamId }: SignedInWorker, thread: ThreadEntity): Promise<boolean> {
    if (thread.holderId === workerId) return true;
    if (thread.teamId !== null && thread.teamId === teamId) return true;
    return thread.addresseeId !== null && (await this.listReadFor(workerId)).includes(thread.addresseeId);
  }

  /** The worker, and those whom they cover today. */
  async listReadFor(workerId: string): Promise<string[]> {
    return [workerId, ...(await this.covers.listCoveredBy(workerId))];
  }
}
