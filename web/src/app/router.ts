import { announceNavigation, scrollBehavior, type createAppI18n } from '@cso/ui';
import { createRouter, type RouterHistory, type RouteRecordRaw } from 'vue-router';
import { accountPages } from '../features/accounts/routes';
import { helpRoutes } from '../features/help/routes';
import { identityRoutes } from '../features/identity/routes';
import { invitationPages } from '../features/invitations/routes';
import { myDetailsPages } from '../features/my-details/routes';
import { recordingPages } from '../features/recordings/routes';
import { guardSteps, sessionRoutes } from '../features/session';
import { signInPages } from '../features/sign-in/routes';
import { signUpPages } from '../features/sign-up/routes';
import { staffPages } from '../features/staff/routes';
import { startPages } from '../features/start/routes';
import { bringTexts } from './late-texts';

const routes: RouteRecordRaw[] = [
  ...startPages,
  ...helpRoutes,
  ...signUpPages,
  ...signInPages,
  ...identityRoutes,
  ...invitationPages,
  ...accountPages,
  ...recordingPages,
  ...myDetailsPages,
  ...sessionRoutes,
  ...staffPages,
  { path: '/:path(.*)*', name: 'not-found', component: () => import('./NotFoundPage.vue') },
];

export function createPortalRouter(history: RouterHistory, i18n: ReturnType<typeof createAppI18n>) {
  const router = createRouter({ history, routes, scrollBehavior });
  guardSteps(router);
  bringTexts(router, i18n);
  announceNavigation(router);
  return router;
}
