import { myInvitationRoutes } from '@cso/contract';
import { useClient } from '@cso/ui';
import { ref } from 'vue';
import { takeFragment, useInvitationLink } from '../session';
import { isRefusal } from './refusal';

/** What became of the link: one answer for every cause of a no (security-rules 5.2). */
type LinkState = 'checking' | 'usable' | 'dead' | 'unreachable';

/** The link of e-mail 2. A page that was loaded anew has its token from the tab; one that came without has none. */
export function useInvitationToken() {
  const client = useClient();
  const link = useInvitationLink();
  const state = ref<LinkState>('checking');
  const isAskedFor = ref(false);
  const isBusy = ref(false);
  const token = takeFragment() || link.token || '';
  link.token = token || undefined;

  async function check(): Promise<void> {
    state.value = 'checking';
    try {
      await client.call(myInvitationRoutes.openLink, { body: { token } });
      state.value = 'usable';
    } catch (error) {
      if (!isRefusal(error)) return void (state.value = 'unreachable');
      link.token = undefined;
      state.value = 'dead';
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
