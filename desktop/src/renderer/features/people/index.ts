export { default as KindTag } from './KindTag.vue';
export { fullName } from './person-name';
export { useAccessList } from './useAccess';
