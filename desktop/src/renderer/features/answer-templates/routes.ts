import { Permission } from '@cso/contract';
import type { RouteRecordRaw } from 'vue-router';

export const answerTemplatesRoutes: RouteRecordRaw[] = [
  {
    path: '/ready-texts',
    name: 'ready-texts',
    meta: { permission: Permission.EditAnswerTemplates },
    component: () => import('./AnswerTemplatesPage.vue'),
  },
];
