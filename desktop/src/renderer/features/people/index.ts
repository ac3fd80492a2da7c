export { fullName } from './person-name';
export { useAccessList } from './useAccess';
