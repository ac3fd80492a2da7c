export { useMyTasks } from './useTasks';
