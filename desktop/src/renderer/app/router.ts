import type { Permission } from '@cso/contract';
import { announceNavigation, scrollBehavior } from '@cso/ui';
import { createRouter, createWebHashHistory, type Router, type RouteRecordRaw } from 'vue-router';
import { answerTemplatesRoutes } from '../features/answer-templates/routes';
import { approvalsRoutes } from '../features/approvals/routes';
import { coversRoutes } from '../features/covers/routes';
import { invitationsRoutes } from '../features/invitations/routes';
import { messageTypesRoutes } from '../features/message-types/routes';
import { messagesRoutes } from '../features/messages/routes';
import { peopleRoutes } from '../features/people/routes';
import { recordingsRoutes } from '../features/recordings/routes';
import { signInRoutes } from '../features/sign-in/routes';
import { staffRoutes } from '../features/staff/routes';
import { tasksRoutes } from '../features/tasks/routes';
import { useNotice } from './parts/notice';
import { useWorkerSession } from './session/worker-session';

declare module 'vue-router' {
  interface RouteMeta {
    /** Open before sign-in, and left after it. */
    isPublic?: boolean;
    /** What a worker must be permitted to see the page; the server decides anew at each call. */
    permission?: Permission;
    /** Its records open beside the list, which stays where it was scrolled to. */
    isSplit?: boolean;
  }
}

const routes: RouteRecordRaw[] = [
  ...signInRoutes,
  ...tasksRoutes,
  ...messagesRoutes,
  ...recordingsRoutes,
  ...coversRoutes,
  ...answerTemplatesRoutes,
  ...peopleRoutes,
  ...invitationsRoutes,
  ...approvalsRoutes,
  ...staffRoutes,
  ...messageTypesRoutes,
  { path: '/nothing-here', name: 'no-work', component: () => import('./shell/NoWorkPage.vue') },
  { path: '/', name: 'home', redirect: () => homeOf(useWorkerSession()) },
  { path: '/:rest(.*)*', redirect: { name: 'home' } },
];

/** The first page of the left-hand menu that the worker's role opens. */
function homeOf(session: ReturnType<typeof useWorkerSession>) {
  const menu = ['my-work', 'inbox', 'people', 'invitations', 'approvals', 'staff'];
  const pages = routes.filter(({ name, meta }) => menu.includes(String(name)) && meta?.permission);
  const first = pages.find(({ meta }) => meta?.permission && session.may(meta.permission));
  return { name: first?.name ?? 'no-work' };
}

/** Addresses stand after the #, so they work under app:// and under /caseworker/ alike. */
export function createDesktopRouter(): Router {
  const router = createRouter({
    history: createWebHashHistory(),
    routes,
    scrollBehavior: (to, from, saved) =>
      to.meta.isSplit && to.name === from.name ? false : scrollBehavior(to, from, saved),
  });
  guardBySession(router);
  announceNavigation(router);
  return router;
}

function guardBySession(router: Router): void {
  const session = useWorkerSession();
  const notice = useNotice();

  router.beforeEach((to) => {
    if (session.isSignedIn) {
      const isClosed = to.meta.permission && !session.may(to.meta.permission);
      return to.meta.isPublic || isClosed ? homeOf(session) : true;
    }
    if (to.meta.isPublic) return true;
    session.returnTo = to.meta.permission ? to.fullPath : null;
    return { name: 'sign-in' };
  });
  router.afterEach((to, from) => {
    if (to.name !== from.name) notice.clear();
  });
}
