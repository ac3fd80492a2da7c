import type { RouteRecordRaw } from 'vue-router';
import { NOT_SIGNED_IN } from '../session';
import { usePasswordReset } from './password-reset-store';

export const signInPages: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./SignInPage.vue'),
    meta: { steps: NOT_SIGNED_IN },
  },
  {
    path: '/forgotten-password',
    name: 'forgotten-password',
    component: () => import('./ForgottenPasswordPage.vue'),
    meta: { steps: NOT_SIGNED_IN },
  },
  {
    path: '/forgotten-password/new-password',
    name: 'new-password',
    component: () => import('./NewPasswordPage.vue'),
    meta: { steps: NOT_SIGNED_IN },
    beforeEnter: () => usePasswordReset().isStarted || { name: 'forgotten-password', replace: true },
  },
];
