import type { RouteRecordRaw } from 'vue-router';
import { identityTexts } from '../identity/routes';
import { SIGNED_IN } from '../session';

export async function myDetailsTexts() {
  const [own, identity] = await Promise.all([import('./en-GB'), identityTexts()]);
  return { myDetails: own.myDetailsTexts, ...identity };
}

export const myDetailsPages: RouteRecordRaw[] = [
  {
    path: '/my-details',
    meta: { steps: SIGNED_IN, isTimed: true, texts: myDetailsTexts },
    children: [
      { path: '', name: 'my-details', component: () => import('./MyDetailsPage.vue') },
      { path: 'password', name: 'change-password', component: () => import('./ChangePasswordPage.vue') },
      { path: 'phone', name: 'change-phone', component: () => import('./ChangePhonePage.vue') },
    ],
  },
];
