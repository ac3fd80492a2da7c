import type { RouteRecordRaw } from 'vue-router';
import { SIGNED_IN } from '../session';

export const invitationPages: RouteRecordRaw[] = [
  { path: '/invitation', name: 'invitation', component: () => import('./InvitationLinkPage.vue') },
  {
    path: '/account-setup',
    name: 'account-setup',
    component: () => import('./AccountSetupPage.vue'),
    meta: { steps: SIGNED_IN, isTimed: true },
  },
];
