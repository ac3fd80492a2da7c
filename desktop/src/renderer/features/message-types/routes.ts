import { Permission } from '@cso/contract';
import type { RouteRecordRaw } from 'vue-router';

export const messageTypesRoutes: RouteRecordRaw[] = [
  {
    path: '/message-types',
    name: 'message-types',
    meta: { permission: Permission.EditMessageTypes },
    component: () => import('./MessageTypesPage.vue'),
  },
];
