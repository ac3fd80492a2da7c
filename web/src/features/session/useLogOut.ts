import { signInRoutes } from '@cso/contract';
import { announceSignOut, useClient } from '@cso/ui';
import { useQueryCache } from '@pinia/colada';
import { defineStore } from 'pinia';
import { ref } from 'vue';
import { useRouter } from 'vue-router';
import { useInvitationLink } from './invitation-link-store';
import { SESSION_CHANNEL } from './session-channel';
import { useSession } from './session-store';

/** Whether the server has ended the session that this page has already forgotten. */
export const useSignOutState = defineStore('sign-out', () => {
  const isUnconfirmed = ref(false);
  return { isUnconfirmed };
});

/** Log out: this page forgets everything first, so that a slow or absent server keeps nothing on the screen. */
export function useLogOut() {
  const client = useClient();
  const router = useRouter();
  const session = useSession();
  const link = useInvitationLink();
  const queries = useQueryCache();
  const state = useSignOutState();

  async function endSession(): Promise<void> {
    try {
      await client.call(signInRoutes.signOut);
      state.isUnconfirmed = false;
      // A tab that asked before the session was gone has been told that it lives.
      announceSignOut(SESSION_CHANNEL);
    } catch {
      state.isUnconfirmed = true;
    }
  }

  function forgetEverything(): void {
    session.forget();
    link.token = undefined;
    for (const entry of queries.getEntries()) queries.remove(entry);
  }

  async function logOut(): Promise<void> {
    const ending = endSession();
    announceSignOut(SESSION_CHANNEL);
    forgetEverything();
    await router.replace({ name: 'signed-out' });
    await ending;
  }
  return { logOut, endSession, forgetEverything };
}
