import { Permission } from '@cso/contract';
import type { RouteRecordRaw } from 'vue-router';

export const messagesRoutes: RouteRecordRaw[] = [
  {
    path: '/inbox/:id?',
    name: 'inbox',
    meta: { permission: Permission.AnswerMessages },
    component: () => import('./InboxPage.vue'),
    props: true,
  },
];
