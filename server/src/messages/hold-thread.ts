import type { ClaimThread, RedirectThread, WorkerThread } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { invalidRecipient, heldByAnother } from './message.errors.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import { Teams, Workers } from '../staff/index.js';
import { ThreadActs } from './thread-acts.js';
import type { ThreadEntity } from './thread.entity.js';

/** Who has a thread: taking it, taking it over, giving it back and sending it on. One worker at a time (domain 8.5). */
@Injectable()
export class HoldThread {
  constructor(
    private readonly acts: ThreadActs,
    private readonly workers: Workers,
    private readonly teams: Teams,
  ) {}

  claim(context: RequestContext, id: string, { takeOver }: ClaimThread): Promise<WorkerThread> {
    const { workerId } = signedInWorker(context);
    if (takeOver) return this.takeOver(context, id, takeOver);
    return this.acts.act(context, id, 'claimed', async (thread) => {
      if (thread.holderId !== null && thread.holderId !== workerId) throw heldByAnother();
      await this.acts.move(thread, 'claim', { holderId: workerId });
      return {};
    });
  }

  release(context: RequestContext, id: string): Promise<WorkerThread> {
    return this.acts.act(context, id, 'released', async (thread) => {
      this.acts.requireHolder(context, thread);
      await this.acts.move(thread, 'release', { holderId: null, snoozedUntil: null });
      return {};
    });
  }

  /** To a worker who is still there, or into a team's queue; it is new there. */
  async redirect(context: RequestContext, id: string, to: RedirectThread): Promise<WorkerThread> {
    const place = await this.placeOf(to);
    return this.acts.act(context, id, 'redirected', async (thread) => {
      if (thread.holderId !== null) this.acts.requireHolder(context, thread);
      await this.acts.move(thread, 'redirect', { ...place, holderId: null, snoozedUntil: null });
      return { toId: place.addresseeId ?? place.teamId, reason: to.reason };
    });
  }

  private takeOver(
    context: RequestContext,
    id: string,
    { fromWorkerId, reason }: NonNullable<ClaimThread['takeOver']>,
  ): Promise<WorkerThread> {
    const { workerId } = signedInWorker(context);
    return this.acts.act(context, id, 'taken_over', async (thread) => {
      if (thread.holderId !== fromWorkerId) throw heldByAnother();
      await this.acts.move(thread, 'take_over', { holderId: workerId, snoozedUntil: null });
      return { toId: fromWorkerId, reason };
    });
  }

  private async placeOf({
    workerId,
    teamId,
  }: RedirectThread): Promise<Pick<ThreadEntity, 'addresseeId' | 'teamId'>> {
    if (workerId !== null) {
      const worker = await this.workers.find(workerId);
      if (!worker?.isActive) throw invalidRecipient('workerId');
      return { addresseeId: workerId, teamId: worker.teamId };
    }
    if (teamId === null) throw invalidRecipient('teamId');
    return { addresseeId: null, teamId: (await this.teams.get(teamId)).id };
  }
}
