export { useTeams, useWorkers } from './useStaff';
