import { Permission } from '@cso/contract';
import type { RouteRecordRaw } from 'vue-router';

export const coversRoutes: RouteRecordRaw[] = [
  {
    path: '/covers',
    name: 'covers',
    meta: { permission: Permission.AnswerMessages },
    component: () => import('./CoversPage.vue'),
  },
];
