import type { RouteRecordRaw } from 'vue-router';
import type { HelpPage } from './sections';

/** The pages of the footer, in its order. */
export const HELP_PAGES: readonly HelpPage[] = ['help', 'accessibility', 'privacy', 'cookies'];

export const helpRoutes: RouteRecordRaw[] = HELP_PAGES.map((page) => ({
  path: `/${page}`,
  name: page,
  component: () => import('./TextPage.vue'),
  props: { page },
}));
