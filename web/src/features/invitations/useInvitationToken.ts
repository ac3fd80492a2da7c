import { myInvitationRoutes } from '@cso/contract';
import { useClient } from '@cso/ui';
import { ApiError } from '@cso/client';
import { ref } from 'vue';
import { takeFragment, useInvitationLink } from '../session';

/** What became of the link: one answer for every cause of a no (security-rules 5.2). */
type LinkState = 'checking' | 'usable' | 'dead' | 'unreachable';

/** The link of e-mail 2. */
export function useInvitationToken() {
  const client = useClient();
  const link = useInvitationLink();
  const state = ref<LinkState>('checking');
  const isAskedFor = ref(false);
  const isBusy = ref(false);
  const token = takeFragment();

  async function check(): Promise<void> {
    state.value = 'checking';
    try {
      await client.call(myInvitationRoutes.openLink, { body: { token } });
      link.token = token;
      state.value = 'usable';
    } catch (error) {
      state.value = isRefusal(error) ? 'dead' : 'unreachable';
    }
  }

  /** The confirmation is the same whatever the link was; only a service that cannot be reached is told apart. */
  async function askForNewLink(): Promise<void> {
    isBusy.value = true;
    try {
      await client.call(myInvitationRoutes.askForNewLink, { body: { token } });
      isAskedFor.value = true;
    } catch (error) {
      if (isRefusal(error)) isAskedFor.value = true;
      else state.value = 'unreachable';
    } finally {
      isBusy.value = false;
    }
  }

  void check();
  return { state, isAskedFor, isBusy, check, askForNewLink };
}

/** The service has answered no, as opposed to not at all, too busy or too often. */
const isRefusal = (error: unknown): boolean =>
  error instanceof ApiError && error.status < 500 && error.status !== 429;
