import { Permission } from '@cso/contract';
import type { RouteRecordRaw } from 'vue-router';

const meta = { permission: Permission.ViewPeople };

export const peopleRoutes: RouteRecordRaw[] = [
  { path: '/people', name: 'people', meta, component: () => import('./PeoplePage.vue') },
  { path: '/people/:id', name: 'person', meta, props: true, component: () => import('./PersonPage.vue') },
];
