import type { LiveKeys } from '@cso/ui';

/** What the app asks again when something changed, beside the queries that the news is named after. */
export const liveKeys: LiveKeys = {
  // A task comes with a change of what it is about.
  tasks: [['task-counts'], ['invitations'], ['invitation'], ['activations'], ['person']],
  // The menu counts recordings with the inbox.
  recordings: [['inbox', 'counts']],
};
