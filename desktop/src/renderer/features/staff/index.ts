export { useWorkers } from './useStaff';
