import type { NavigationGuard, RouteRecordRaw } from 'vue-router';
import { NOT_SIGNED_IN } from '../session';
import { useSignUp } from './sign-up-store';

/** The later pages need what the earlier ones did; without it one starts again with the address. */
const needsEmail: NavigationGuard = () => useSignUp().isStarted || { name: 'sign-up', replace: true };
const needsVerifiedEmail: NavigationGuard = () =>
  useSignUp().isEmailVerified || { name: 'sign-up-code', replace: true };

export const signUpPages: RouteRecordRaw[] = [
  {
    path: '/sign-up',
    name: 'sign-up',
    component: () => import('./SignUpEmailPage.vue'),
    meta: { steps: NOT_SIGNED_IN },
  },
  {
    path: '/sign-up/code',
    name: 'sign-up-code',
    component: () => import('./SignUpCodePage.vue'),
    meta: { steps: NOT_SIGNED_IN },
    beforeEnter: needsEmail,
  },
  {
    path: '/sign-up/details',
    name: 'sign-up-details',
    component: () => import('./SignUpDetailsPage.vue'),
    meta: { steps: NOT_SIGNED_IN },
    beforeEnter: needsVerifiedEmail,
  },
];
