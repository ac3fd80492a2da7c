import { z } from 'zod';
import { route } from '../http/route.js';
import { Cursor, IdParams } from '../http/values.js';
import { CompleteTask, Task, TaskCounts, TaskList, TaskView } from './task.schemas.js';

export const taskRoutes = {
  list: route({
    operationId: 'listTasks',
    method: 'GET',
    path: '/api/tasks',
    summary: 'My work.',
    query: z.strictObject({ view: TaskView, cursor: Cursor.optional() }),
    reply: TaskList,
  }),
  count: route({
    operationId: 'countTasks',
    method: 'GET',
    path: '/api/tasks/counts',
    summary: 'How much of my work waits, without the tasks themselves.',
    reply: TaskCounts,
  }),
  claim: route({
    operationId: 'claimTask',
    method: 'POST',
    path: '/api/tasks/:id/claim',
    summary: 'Assign to me.',
    params: IdParams,
    reply: Task,
  }),
  complete: route({
    operationId: 'completeTask',
    method: 'POST',
    path: '/api/tasks/:id/complete',
    summary: 'Mark as done.',
    params: IdParams,
    body: CompleteTask,
    reply: Task,
  }),
};
