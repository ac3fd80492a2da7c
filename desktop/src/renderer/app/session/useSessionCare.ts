import { signInRoutes, workerSignInRoutes, type SessionTimes } from '@cso/contract';
import { announceSignOut, useClient } from '@cso/ui';
import { useQueryCache } from '@pinia/colada';
import { watch } from 'vue';
import { useRouter } from 'vue-router';
import { useDesktopPlatform } from '../platform';
import { useWorkerSession, type SessionEnding } from './worker-session';

export const sessionChannel = 'cso-worker-session';

/** Keeps the 15-minute rule's questions to the server, and every way out of the session (security-rules 5.11). */
export function useSessionCare() {
  const client = useClient();
  const session = useWorkerSession();
  const cache = useQueryCache();

  useSessionMoves();

  async function getStatus(): Promise<SessionTimes> {
    const { times } = await client.call(workerSignInRoutes.getSession, { isPassive: true });
    return times ?? { idleRemainingMs: 0, absoluteRemainingMs: 0, warnAtMs: 0 };
  }

  async function recordActivity(): Promise<void> {
    await client.call(signInRoutes.recordActivity);
  }

  /** The screen is cleared first; the server is told with the token of the session that ends. */
  async function signOut(why: SessionEnding = 'signed_out'): Promise<void> {
    const told = client.call(workerSignInRoutes.signOut).catch(() => undefined);
    announceSignOut(sessionChannel);
    session.end(why);
    await told;
  }

  // Nobody's records stay in memory after the session (security-rules 5.13).
  watch(
    () => session.isSignedIn,
    (isSignedIn) => isSignedIn || cache.getEntries().forEach((entry) => cache.remove(entry)),
    { flush: 'post' },
  );
  useDesktopPlatform().onLocked(() => session.token && void signOut('locked'));

  return { getStatus, recordActivity, signOut };
}

/** The stage decides the screen: in at the end of a sign-in, out at the end of a session. */
function useSessionMoves(): void {
  const session = useWorkerSession();
  const router = useRouter();

  watch(
    () => session.stage,
    (stage, before) => {
      if (stage === 'signed_in') void enter();
      else if (before === 'signed_in') void leave();
    },
  );

  async function enter(): Promise<void> {
    const place = session.returnTo ?? { name: 'home' };
    session.returnTo = null;
    await router.push(place);
  }

  /** Who was timed out or locked out comes back to the page they were on. */
  async function leave(): Promise<void> {
    const isOwnWish = session.ending === 'signed_out';
    session.returnTo = isOwnWish ? null : router.currentRoute.value.fullPath;
    await router.push({ name: 'sign-in' });
  }
}
