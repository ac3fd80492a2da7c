import { Permission } from '@cso/contract';
import type { RouteRecordRaw } from 'vue-router';

export const staffRoutes: RouteRecordRaw[] = [
  {
    path: '/staff',
    name: 'staff',
    meta: { permission: Permission.EditStaff },
    component: () => import('./StaffPage.vue'),
  },
];
