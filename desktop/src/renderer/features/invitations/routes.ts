import { Permission } from '@cso/contract';
import type { RouteRecordRaw } from 'vue-router';

export const invitationsRoutes: RouteRecordRaw[] = [
  {
    path: '/invitations/:id?',
    name: 'invitations',
    meta: { permission: Permission.InviteCarers, isSplit: true },
    props: true,
    component: () => import('./InvitationsPage.vue'),
  },
];
