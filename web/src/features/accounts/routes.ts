import type { RouteRecordRaw } from 'vue-router';
import { messagePages, writingTexts } from '../messages/routes';
import { accountRecordingPages } from '../recordings/routes';
import { SIGNED_IN } from '../session';
import { TILES } from './tiles';

// What was begun in an account that is gone can still be read there, so the words of drafts come with every page.
const meta = { steps: SIGNED_IN, isTimed: true, texts: writingTexts };

const tilePages: RouteRecordRaw[] = TILES.filter(({ page }) => page !== 'messages').map(
  ({ page, count }) => ({
    path: page,
    name: page,
    component: () => import('./TilePage.vue'),
    props: { tile: count },
  }),
);

export const accountPages: RouteRecordRaw[] = [
  { path: '/accounts', name: 'accounts', component: () => import('./SelectAccountPage.vue'), meta },
  {
    path: '/accounts/:accountId',
    component: () => import('./AccountFrame.vue'),
    meta,
    children: [
      { path: '', name: 'dashboard', component: () => import('./DashboardPage.vue') },
      ...messagePages,
      ...accountRecordingPages,
      ...tilePages,
    ],
  },
];
