import type { RouteRecordRaw } from 'vue-router';

const guidePage = () => import('./GuidePage.vue');

export const startPages: RouteRecordRaw[] = [
  { path: '/', name: 'start', component: () => import('./StartPage.vue') },
  { path: '/guides/set-up', name: 'set-up-guide', component: guidePage, props: { guide: 'setUp' } },
  { path: '/guides/log-in', name: 'log-in-guide', component: guidePage, props: { guide: 'logIn' } },
];
