import { Permission } from '@cso/contract';
import type { RouteRecordRaw } from 'vue-router';

export const recordingsRoutes: RouteRecordRaw[] = [
  {
    path: '/recordings/:id?',
    name: 'recordings',
    meta: { permission: Permission.CountersignRecordings },
    component: () => import('./RecordingsPage.vue'),
    props: true,
  },
];
