import type { RouteRecordRaw } from 'vue-router';

/** The address in the link that a new worker gets. No page of the portal leads here. */
export const staffPages: RouteRecordRaw[] = [
  { path: '/set-password', name: 'set-password', component: () => import('./SetPasswordPage.vue') },
];
