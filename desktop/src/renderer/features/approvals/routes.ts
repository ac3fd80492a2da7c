import { Permission } from '@cso/contract';
import type { RouteRecordRaw } from 'vue-router';

const meta = { permission: Permission.ActivateAccess };

export const approvalsRoutes: RouteRecordRaw[] = [
  { path: '/approvals', name: 'approvals', meta, component: () => import('./ApprovalsPage.vue') },
  {
    path: '/approvals/:id',
    name: 'approval',
    meta,
    props: true,
    component: () => import('./ApprovalPage.vue'),
  },
];
