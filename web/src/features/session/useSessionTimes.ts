import { ApiError } from '@cso/client';
import { signInRoutes, type SessionTimes } from '@cso/contract';
import { useClient, type SessionEnd } from '@cso/ui';
import { useRoute, useRouter } from 'vue-router';
import { returnPathFrom } from './guard';
import { useLogOut } from './useLogOut';
import { useSession } from './session-store';

/** What the time-out asks of the server, and what happens when time is up (security-rules 5.11). */
export function useSessionTimes() {
  const client = useClient();
  const session = useSession();
  const route = useRoute();
  const router = useRouter();
  const { forgetEverything } = useLogOut();

  /**
   * Never extends the session. A session without times is one that has ended: `leave` forgets it then, for the
   * time-out would not see the end of a session that is forgotten already.
   */
  async function getStatus(): Promise<SessionTimes> {
    const newest = await client.call(signInRoutes.getSession, { isPassive: true });
    if (!newest.times) throw new ApiError(401, 'NOT_SIGNED_IN', {}, null, null);
    session.update(newest);
    return newest.times;
  }

  async function recordActivity(): Promise<void> {
    await client.call(signInRoutes.recordActivity);
  }

  /** Who logged out, in whichever tab, asked for that: no page is kept for them. The others come back to theirs. */
  async function leave(end: SessionEnd): Promise<void> {
    const returnTo = returnPathFrom(route);
    forgetEverything();
    if (end === 'signed-out') return void (await router.replace({ name: 'signed-out' }));
    const query = { because: end, ...(returnTo ? { return: returnTo } : {}) };
    await router.replace({ name: end === 'ended' ? 'sign-in' : 'signed-out', query });
  }
  return { getStatus, recordActivity, leave };
}
