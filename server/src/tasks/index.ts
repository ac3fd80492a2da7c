export type { TaskEntity } from './task.entity.js';
export { Tasks, type NewTask } from './tasks.js';
export { TasksModule } from './tasks.module.js';
export { TASK_PAGE } from './tasks.repository.js';
