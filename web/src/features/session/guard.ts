import type { RouteLocationNormalized, Router } from 'vue-router';
import { returnPathOf } from './return-path';
import { useSession } from './session-store';
import { pageFor, type Step } from './steps';

const allows = (steps: readonly Step[] | undefined, step: Step): boolean => !steps || steps.includes(step);

/** Where to come back to after sign-in: the page itself, when it is one of the signed-in part. */
export function returnPathFrom(route: RouteLocationNormalized): string | undefined {
  return route.meta.steps?.includes('signed_in') ? route.fullPath : returnPathOf(route);
}

/** Lets each person see only the pages of their step; from all others they are led to where they must go on. */
export function guardSteps(router: Router): void {
  router.beforeEach(async (to) => {
    const session = useSession();
    // A public page does not wait, but its header shows Log out as soon as it is known that somebody is signed in.
    if (!to.meta.steps) return void session.load().catch(() => undefined);
    try {
      const step = await session.load();
      return allows(to.meta.steps, step) || pageFor(step, returnPathFrom(to));
    } catch {
      return { name: 'unavailable', query: { return: to.fullPath }, replace: true };
    }
  });
}

/** Leaves a page that needs a sign-in when the server says that there is none any more. */
export async function leaveForSignIn(router: Router): Promise<void> {
  const route = router.currentRoute.value;
  const session = useSession();
  // Log out and the time-out forget the session first and have a page of their own to go to.
  if (session.step === 'signed_out') return;
  session.forget();
  if (allows(route.meta.steps, 'signed_out')) return;
  const returnTo = returnPathFrom(route);
  await router.push({
    name: 'sign-in',
    query: { because: 'ended', ...(returnTo ? { return: returnTo } : {}) },
  });
}
