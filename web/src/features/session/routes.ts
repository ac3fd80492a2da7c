import type { RouteRecordRaw } from 'vue-router';

export const sessionRoutes: RouteRecordRaw[] = [
  { path: '/signed-out', name: 'signed-out', component: () => import('./SignedOutPage.vue') },
  { path: '/unavailable', name: 'unavailable', component: () => import('./UnavailablePage.vue') },
];
