import { createHash } from 'node:crypto';
import type { TaskAbout, TaskCounts, TaskKind, TaskView } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Identifiers } from '../crypto/identifiers.js';
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
    await this.tasks.add({
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
  }

  /** What the tasks asked for has happened by another way. */
  async completeAbout(aboutId: string, ...kinds: TaskKind[]): Promise<void> {
    await this.tasks.completeAbout(aboutId, kinds, this.clock.now());
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
  claim(id: string, workerId: string): Promise<boolean> {
    return this.tasks.claim(id, workerId);
  }

  /** False when it was done before. */
  complete(id: string, done: Pick<TaskEntity, 'doneAt' | 'doneBy' | 'note'>): Promise<boolean> {
    return this.tasks.complete(id, done);
  }
}
