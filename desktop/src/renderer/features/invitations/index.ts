export { default as AccessTag } from './AccessTag.vue';
export { default as PersonInvitations } from './PersonInvitations.vue';
export { useInvitationsNeedingWork } from './useInvitations';
