export { useInboxCounts } from './useInbox';
export { default as WriteToCarersDialog } from './WriteToCarersDialog.vue';
