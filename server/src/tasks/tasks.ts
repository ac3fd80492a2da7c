import { createHash } from 'node:crypto';
import type { TaskAbout, TaskCounts, TaskKind, TaskView } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Identifiers } from '../crypto/identifiers.js';
import { audienceOfTeam, Live, type LiveAudience } from '../live/index.js';
import type { SignedInWorker } from '../request/request-context.js';
import type { TaskEntity } from './task.entity.js';
import { TasksRepository } from './tasks.repository.js';

/** What a worker or a team is told. Without a `workerId` it waits in the team's list for whoever claims it. */
export interface NewTask {
  readonly kind: TaskKind;
  readonly personId: string | null;
  readonly about?: TaskAbout | null;
  readonly teamId: string | null;
  readonly workerId?: string | null;
  readonly isUrgent?: boolean;
}

/** How the other features tell a worker something; call inside the transaction of what happened. */
@Injectable()
export class Tasks {
  constructor(
    private readonly tasks: TasksRepository,
    private readonly live: Live,
    private readonly clock: Clock,
    private readonly identifiers: Identifiers,
  ) {}

  /** Adds the task, unless the same one is still open. */
  async add({
    kind,
    personId,
    about = null,
    teamId,
    workerId = null,
    isUrgent = false,
  }: NewTask): Promise<void> {
    const isNew = await this.tasks.add({
      id: this.identifiers.next(),
      kind,
      state: 'open',
      openKey: createHash('sha256').update([kind, personId, about?.id].join('|')).digest('hex'),
      personId,
      aboutKind: about?.kind ?? null,
      aboutId: about?.id ?? null,
      teamId,
      workerId,
      isUrgent,
      createdAt: this.clock.now(),
      doneAt: null,
      doneBy: null,
      note: null,
    });
    if (isNew) await this.tell([{ teamId, workerId }]);
  }

  /** What the tasks asked for has happened by another way. */
  async completeAbout(aboutId: string, ...kinds: TaskKind[]): Promise<void> {
    const open = await this.tasks.listOpenAbout(aboutId, kinds);
    await this.tasks.completeAbout(aboutId, kinds, this.clock.now());
    await this.tell(open);
  }

  find(id: string): Promise<TaskEntity | null> {
    return this.tasks.find(id);
  }

  /** A page of TASK_PAGE tasks and the one after: urgent first, then the oldest; of those done, the newest first. */
  list(worker: SignedInWorker, view: TaskView, skip: number): Promise<TaskEntity[]> {
    return this.tasks.list(worker, view, skip);
  }

  count(worker: SignedInWorker): Promise<TaskCounts> {
    return this.tasks.count(worker);
  }

  /** False when somebody else was quicker. */
  async claim(id: string, workerId: string): Promise<boolean> {
    return (await this.tasks.claim(id, workerId)) && this.tellOf(id);
  }

  /** False when it was done before. */
  async complete(id: string, done: Pick<TaskEntity, 'doneAt' | 'doneBy' | 'note'>): Promise<boolean> {
    return (await this.tasks.complete(id, done)) && this.tellOf(id);
  }

  private async tellOf(id: string): Promise<true> {
    await this.tell([(await this.tasks.find(id))!]);
    return true;
  }

  /** Whoever has one of the tasks in a list sees it come, change hands or go. */
  private tell(tasks: readonly Pick<TaskEntity, 'teamId' | 'workerId'>[]): Promise<void> {
    const audiences = tasks.flatMap(({ teamId, workerId }): LiveAudience[] => {
      const team = audienceOfTeam(teamId);
      return workerId === null ? [team] : [team, `worker:${workerId}`];
    });
    return this.live.tell(audiences, 'tasks');
  }
}
