import type { RouteRecordRaw } from 'vue-router';
import { DURING_PHONE_CHECK } from '../session';

/** The words of proving a phone; the first page does without them. */
export async function identityTexts() {
  return { identity: (await import('./en-GB')).identityTexts };
}

export const identityRoutes: RouteRecordRaw[] = [
  {
    path: '/sign-up/phone',
    name: 'phone',
    component: () => import('./PhonePage.vue'),
    meta: { steps: ['phone_needed', 'phone_set_up'], isTimed: true, texts: identityTexts },
  },
  {
    path: '/confirm-your-identity',
    name: 'confirm-identity',
    component: () => import('./ConfirmIdentityPage.vue'),
    meta: { steps: ['phone_needed', ...DURING_PHONE_CHECK], isTimed: true, texts: identityTexts },
  },
  {
    path: '/account-locked',
    name: 'account-locked',
    component: () => import('./AccountLockedPage.vue'),
    meta: { steps: ['phone_locked'], texts: identityTexts },
  },
];
