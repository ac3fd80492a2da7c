import type { RouteRecordRaw } from 'vue-router';
import { SIGNED_IN } from '../session';
import { TILES } from './tiles';

const meta = { steps: SIGNED_IN, isTimed: true };

const tilePages: RouteRecordRaw[] = TILES.map(({ page, count }) => ({
  path: page,
  name: page,
  component: () => import('./TilePage.vue'),
  props: { tile: count },
}));

export const accountPages: RouteRecordRaw[] = [
  { path: '/accounts', name: 'accounts', component: () => import('./SelectAccountPage.vue'), meta },
  {
    path: '/accounts/:accountId',
    component: () => import('./AccountFrame.vue'),
    meta,
    children: [{ path: '', name: 'dashboard', component: () => import('./DashboardPage.vue') }, ...tilePages],
  },
];
