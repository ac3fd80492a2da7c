import type { LiveKeys } from '@cso/ui';

const tiles = [['my-accounts'], ['account']];

/** What the portal asks again when something changed, beside the queries that the news is named after. */
export const liveKeys: LiveKeys = {
  messages: [...tiles, ['whats-new'], ['threads'], ['thread']],
  recordings: [['recording']],
  accounts: [...tiles, ['my-invitations'], ['whats-new'], ['drafts']],
};
