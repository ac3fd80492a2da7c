import type { RouteRecordRaw } from 'vue-router';
import { DURING_PHONE_CHECK } from '../session';

export const identityRoutes: RouteRecordRaw[] = [
  {
    path: '/sign-up/phone',
    name: 'phone',
    component: () => import('./PhonePage.vue'),
    meta: { steps: ['phone_needed', 'phone_set_up'], isTimed: true },
  },
  {
    path: '/confirm-your-identity',
    name: 'confirm-identity',
    component: () => import('./ConfirmIdentityPage.vue'),
    meta: { steps: ['phone_needed', ...DURING_PHONE_CHECK], isTimed: true },
  },
  {
    path: '/account-locked',
    name: 'account-locked',
    component: () => import('./AccountLockedPage.vue'),
    meta: { steps: ['phone_locked'] },
  },
];
