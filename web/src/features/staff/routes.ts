import type { RouteRecordRaw } from 'vue-router';

export async function staffTexts() {
  return { staff: (await import('./en-GB')).staffTexts };
}

/** The address in the link that a new worker gets. No page of the portal leads here. */
export const staffPages: RouteRecordRaw[] = [
  {
    path: '/set-password',
    name: 'set-password',
    component: () => import('./SetPasswordPage.vue'),
    meta: { texts: staffTexts },
  },
];
