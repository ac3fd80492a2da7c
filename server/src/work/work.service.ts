import type { CompleteTask, Task, TaskView } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import { Clock } from '../clock/clock.js';
import { SERVICE_KEY } from '../crypto/data-keys.js';
import { FieldCipher } from '../crypto/field-cipher.js';
import { Database } from '../database/database.js';
import { notFound, stateChanged } from '../http/domain-error.js';
import { signedInWorker, type RequestContext } from '../http/request-context.js';
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
    const skip = Number(cursor ?? 0) || 0;
    const tasks = await this.tasks.list(signedInWorker(context), view, skip);
    const items = await Promise.all(tasks.map((task) => this.view(task)));
    return tasks.length < TASK_PAGE ? { items } : { items, nextCursor: String(skip + TASK_PAGE) };
  }

  async claim(context: RequestContext, id: string): Promise<Task> {
    const worker = signedInWorker(context);
    await this.get(context, id);
    await this.database.transaction(async () => {
      if (!(await this.tasks.claim(id, worker.workerId))) throw stateChanged();
      await this.audit.record(context, { action: 'task.claimed', objectType: 'task', objectId: id });
    });
    return this.view(await this.get(context, id));
  }

  async complete(context: RequestContext, id: string, { note }: CompleteTask): Promise<Task> {
    const { workerId } = signedInWorker(context);
    await this.get(context, id);
    await this.database.transaction(async () => {
      const done = { doneAt: this.clock.now(), doneBy: workerId, note: await this.sealNote(id, note) };
      if (!(await this.tasks.complete(id, done))) throw stateChanged();
      await this.audit.record(context, { action: 'task.completed', objectType: 'task', objectId: id });
    });
    return this.view(await this.get(context, id));
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

  private async view(task: TaskEntity): Promise<Task> {
    const worker = task.workerId === null ? null : await this.workers.get(task.workerId);
    return {
      id: task.id,
      kind: task.kind,
      state: task.state,
      personId: task.personId,
      personName: task.personId === null ? null : await this.people.getName(task.personId),
      invitationId: task.invitationId,
      isUrgent: task.isUrgent,
      assigneeId: task.workerId,
      assigneeName: worker?.name ?? null,
      createdAt: task.createdAt.toISOString(),
      doneAt: task.doneAt?.toISOString() ?? null,
    };
  }
}
