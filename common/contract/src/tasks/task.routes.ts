import { z } from 'zod';
import { route } from '../http/route.js';
import { Cursor, IdParams } from '../http/values.js';
import { CompleteTask, Task, TaskList, TaskView } from './task.schemas.js';

export const taskRoutes = {
  list: route({
    operationId: 'listTasks',
    method: 'GET',
    path: '/api/tasks',
    summary: 'My work.',
    query: z.strictObject({ view: TaskView, cursor: Cursor.optional() }),
    reply: TaskList,
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
