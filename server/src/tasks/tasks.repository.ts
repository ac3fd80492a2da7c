import type { TaskCounts, TaskKind, TaskView } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type FindOptionsWhere } from 'typeorm';
import { changeIf, changeWhere, insertOnce } from '../database/changes.js';
import { Database } from '../database/database.js';
import type { SignedInWorker } from '../request/request-context.js';
import { TaskEntity } from './task.entity.js';

/** Tasks on one page of a list. */
export const TASK_PAGE = 50;

/** Tasks that are alike, as the driver gives them: booleans and counts come in its own types. */
interface CountedGroup {
  readonly workerId: string | null;
  readonly isUrgent: unknown;
  readonly count: unknown;
}

@Injectable()
export class TasksRepository {
  constructor(private readonly database: Database) {}

  /** False when the same task is open already. */
  add(task: TaskEntity): Promise<boolean> {
    return this.database.run((manager) => insertOnce(manager, TaskEntity, task));
  }

  find(id: string): Promise<TaskEntity | null> {
    return this.database.run((manager) => manager.findOneBy(TaskEntity, { id }));
  }

  /** One more than fits on a page, so that the caller sees whether there is a next one. */
  list(worker: SignedInWorker, view: TaskView, skip: number): Promise<TaskEntity[]> {
    const isDone = view === 'done';
    return this.database.run((manager) =>
      manager.find(TaskEntity, {
        where: viewOf(worker, view),
        order: isDone ? { doneAt: 'DESC', id: 'DESC' } : { isUrgent: 'DESC', createdAt: 'ASC', id: 'ASC' },
        skip,
        take: TASK_PAGE + 1,
      }),
    );
  }

  /** In one statement: what is mine has my id on it, what is available has none. */
  async count(worker: SignedInWorker): Promise<TaskCounts> {
    const groups = await this.database.run((manager) =>
      manager
        .createQueryBuilder(TaskEntity, 'task')
        .select('task.workerId', 'workerId')
        .addSelect('task.isUrgent', 'isUrgent')
        .addSelect('COUNT(*)', 'count')
        .where([...viewOf(worker, 'mine'), ...viewOf(worker, 'available')])
        .groupBy('task.workerId')
        .addGroupBy('task.isUrgent')
        .getRawMany<CountedGroup>(),
    );
    const isMine = ({ workerId }: CountedGroup): boolean => workerId !== null;
    return {
      mine: sumOf(groups.filter(isMine)),
      available: sumOf(groups.filter((group) => !isMine(group))),
    };
  }

  claim(id: string, workerId: string): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, TaskEntity, { where: { id, state: 'open' }, set: { state: 'claimed', workerId } }),
    );
  }

  complete(id: string, done: Pick<TaskEntity, 'doneAt' | 'doneBy' | 'note'>): Promise<boolean> {
    return this.database.run((manager) =>
      changeIf(manager, TaskEntity, {
        where: { id, state: In(['open', 'claimed']) },
        set: { state: 'done', openKey: null, ...done },
      }),
    );
  }

  listOpenAbout(aboutId: string, kinds: readonly TaskKind[]): Promise<TaskEntity[]> {
    return this.database.run((manager) => manager.findBy(TaskEntity, openAbout(aboutId, kinds)));
  }

  async completeAbout(aboutId: string, kinds: readonly TaskKind[], doneAt: Date): Promise<void> {
    await this.database.run((manager) =>
      changeWhere(manager, TaskEntity, {
        where: openAbout(aboutId, kinds),
        set: { state: 'done', openKey: null, doneAt },
      }),
    );
  }
}

const openAbout = (aboutId: string, kinds: readonly TaskKind[]) => ({
  aboutId,
  kind: In([...kinds]),
  state: Not<TaskEntity['state']>('done'),
});

function viewOf({ workerId, teamId }: SignedInWorker, view: TaskView): FindOptionsWhere<TaskEntity>[] {
  if (view === 'mine') return [{ workerId, state: In(['open', 'claimed']) }];
  // A task of no team is everybody's, or it would be nobody's.
  const teams = [{ teamId: IsNull() }, ...(teamId === null ? [] : [{ teamId }])];
  if (view === 'available') return teams.map((team) => ({ ...team, state: 'open', workerId: IsNull() }));
  return [...teams, { workerId }].map((whose) => ({ ...whose, state: 'done' }));
}

function sumOf(groups: readonly CountedGroup[]): TaskCounts['mine'] {
  const total = (some: readonly CountedGroup[]): number =>
    some.reduce((sum, { count }) => sum + Number(count), 0);
  return { all: total(groups), urgent: total(groups.filter(({ isUrgent }) => Number(isUrgent) === 1)) };
}
