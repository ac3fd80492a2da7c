import type { RouteRecordRaw } from 'vue-router';

export const signInRoutes: RouteRecordRaw[] = [
  {
    path: '/connect',
    name: 'connect',
    meta: { isPublic: true },
    component: () => import('./ConnectPage.vue'),
  },
  {
    path: '/sign-in',
    name: 'sign-in',
    meta: { isPublic: true },
    component: () => import('./SignInPage.vue'),
  },
  {
    path: '/forgotten-password',
    name: 'forgotten-password',
    meta: { isPublic: true },
    component: () => import('./ForgottenPasswordPage.vue'),
  },
  {
    path: '/set-password',
    name: 'set-password',
    meta: { isPublic: true },
    component: () => import('./SetPasswordPage.vue'),
  },
];
