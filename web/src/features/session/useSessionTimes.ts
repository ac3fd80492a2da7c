import { ApiError } from '@cso/client';
import { signInRoutes, type SessionTimes } from '@cso/contract';
import { useClient } from '@cso/ui';
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

  /** Never extends the session. A session without times is one that has ended. */
  async function getStatus(): Promise<SessionTimes> {
    const { times } = await session.refresh();
    if (!times) throw new ApiError(401, 'NOT_SIGNED_IN', {}, null, null);
    return times;
  }

  async function recordActivity(): Promise<void> {
    await client.call(signInRoutes.recordActivity);
  }

  async function leave(): Promise<void> {
    const returnTo = returnPathFrom(route);
    forgetEverything();
    const query = { because: 'time-out', ...(returnTo ? { return: returnTo } : {}) };
    await router.replace({ name: 'signed-out', query });
  }
  return { getStatus, recordActivity, leave };
}
