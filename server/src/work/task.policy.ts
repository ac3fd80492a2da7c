import type { SignedInWorker } from '../request/request-context.js';
import type { TaskEntity } from '../tasks/index.js';

/** A task is its worker's and its team's; one of no team is everybody's. */
export const maySeeTask = (worker: SignedInWorker, task: TaskEntity): boolean =>
  task.workerId === worker.workerId || task.teamId === worker.teamId || task.teamId === null;
