import type { RouteRecordRaw } from 'vue-router';
import { SIGNED_IN } from '../session';

export async function invitationTexts() {
  return { invitations: (await import('./en-GB')).invitationTexts };
}

export const invitationPages: RouteRecordRaw[] = [
  {
    path: '/invitation',
    name: 'invitation',
    component: () => import('./InvitationLinkPage.vue'),
    meta: { texts: invitationTexts },
  },
  {
    path: '/account-setup',
    name: 'account-setup',
    component: () => import('./AccountSetupPage.vue'),
    meta: { steps: SIGNED_IN, isTimed: true, texts: invitationTexts },
  },
];
