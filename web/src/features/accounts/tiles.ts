/** The three tiles of a dashboard in the carer guide's order: the page behind each, and its count. */
export const TILES = [
  { page: 'messages', count: 'newMessages' },
  { page: 'items-to-view', count: 'itemsToView' },
  { page: 'items-to-complete', count: 'itemsToComplete' },
] as const;
