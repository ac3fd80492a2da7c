export { useTaskCounts } from './useTasks';
