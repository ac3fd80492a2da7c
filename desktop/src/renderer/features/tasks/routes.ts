import { Permission } from '@cso/contract';
import type { RouteRecordRaw } from 'vue-router';

export const tasksRoutes: RouteRecordRaw[] = [
  {
    path: '/my-work',
    name: 'my-work',
    meta: { permission: Permission.WorkOnTasks },
    component: () => import('./MyWorkPage.vue'),
  },
];
