import type { CompleteTask, Task, TaskAbout, TaskCounts, TaskView } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { SERVICE_KEY } from '../crypto/data-keys.js';
import { FieldCipher } from '../crypto/field-cipher.js';
import { Database } from '../database/database.js';
import { notFound, stateChanged } from '../errors/domain-error.js';
import { nextPage, pageStart } from '../http/paging.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import { People } from '../people/index.js';
import { Workers } from '../staff/index.js';
import { TASK_PAGE, Tasks, type TaskEntity } from '../tasks/index.js';
import { maySeeTask } from './task.policy.js';

/** My work: a worker's view of the tasks. */
@Injectable()
export class WorkService {
  constructor(
    private readonly tasks: Tasks,
    private readonly people: People,
    private readonly workers: Workers,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  async list(context: RequestContext, view: TaskView, cursor: string | undefined) {
    const start = pageStart(cursor);
    const tasks = await this.tasks.list(signedInWorker(context), view, start);
    const items = await this.views(tasks.slice(0, TASK_PAGE));
    return { items, ...nextPage(start, TASK_PAGE, tasks.length > TASK_PAGE) };
  }

  count(context: RequestContext): Promise<TaskCounts> {
    return this.tasks.count(signedInWorker(context));
  }

  async claim(context: RequestContext, id: string): Promise<Task> {
    const worker = signedInWorker(context);
    await this.get(context, id);
    await this.database.transaction(async () => {
      if (!(await this.tasks.claim(id, worker.workerId))) throw stateChanged();
      await this.audit.record(context, { action: 'task.claimed', objectType: 'task', objectId: id });
    });
    return this.view(context, id);
  }

  async complete(context: RequestContext, id: string, { note }: CompleteTask): Promise<Task> {
    const { workerId } = signedInWorker(context);
    await this.get(context, id);
    await this.database.transaction(async () => {
      const done = { doneAt: this.clock.now(), doneBy: workerId, note: await this.sealNote(id, note) };
      if (!(await this.tasks.complete(id, done))) throw stateChanged();
      await this.audit.record(context, { action: 'task.completed', objectType: 'task', objectId: id });
    });
    return this.view(context, id);
  }

  private async get(context: RequestContext, id: string): Promise<TaskEntity> {
    const task = await this.tasks.find(id);
    if (!task || !maySeeTask(signedInWorker(context), task)) throw notFound();
    return task;
  }

  private async sealNote(rowId: string, note: string | undefined): Promise<Buffer | null> {
    if (note === undefined) return null;
    return this.cipher.encryptText(note, { table: 'tasks', column: 'note', rowId }, SERVICE_KEY);
  }

  private async view(context: RequestContext, id: string): Promise<Task> {
    const [view] = await this.views([await this.get(context, id)]);
    return view!;
  }

  /** The task of somebody who was erased stays, without a name. */
  private async views(tasks: readonly TaskEntity[]): Promise<Task[]> {
    const people = await this.people.list(tasks.flatMap(({ personId }) => personId ?? []));
    const workers = await this.workers.list(tasks.flatMap(({ workerId }) => workerId ?? []));
    const workerNames = new Map(workers.map(({ id, name }) => [id, name]));
    return tasks.map((task) => ({
      id: task.id,
      kind: task.kind,
      state: task.state,
      personId: task.personId,
      personName: people.get(task.personId ?? '')?.name ?? null,
      about: aboutOf(task),
      isUrgent: task.isUrgent,
      assigneeId: task.workerId,
      assigneeName: workerNames.get(task.workerId ?? '') ?? null,
      createdAt: task.createdAt.toISOString(),
      doneAt: task.doneAt?.toISOString() ?? null,
    }));
  }
}

const aboutOf = ({ aboutKind, aboutId }: TaskEntity): TaskAbout | null =>
  aboutKind && aboutId ? { kind: aboutKind, id: aboutId } : null;
