import { myInvitationRoutes, type MyInvitation } from '@cso/contract';
import { useClient } from '@cso/ui';
import { useQuery, useQueryCache } from '@pinia/colada';
import { computed, ref } from 'vue';
import { useInvitationLink, useSession } from '../session';
import { isRefusal } from './refusal';

const KEY = ['my-invitations'];

/** A link that brought the person here is used up now that it is known who they are (security-rules 5.2). */
function useLinkOnce() {
  const client = useClient();
  const link = useInvitationLink();
  const isLinkRefused = ref(false);

  async function spendLink(): Promise<void> {
    const { token } = link;
    if (!token) return;
    try {
      await client.call(myInvitationRoutes.openLink, { body: { token } });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      isLinkRefused.value = true;
    }
    link.token = undefined;
  }
  return { isLinkRefused, spendLink };
}

/** Every name that waits for this carer or for the team, as the Account Setup screen shows them. */
export function useMyInvitations() {
  const client = useClient();
  const session = useSession();
  const cache = useQueryCache();
  const { isLinkRefused, spendLink } = useLinkOnce();

  const list = useQuery({
    key: KEY,
    query: async () => {
      await spendLink();
      return client.call(myInvitationRoutes.list);
    },
  });

  /** Takes the list that an answer brought, and with it whether the other pages still speak of an invitation. */
  function replace(newest: { items: MyInvitation[] }): void {
    cache.setQueryData(KEY, newest);
    const hasOpenInvitations = newest.items.some(({ state }) => state === 'awaiting_carer');
    if (session.session) session.update({ ...session.session, hasOpenInvitations });
  }

  const items = computed(() => list.data.value?.items ?? []);
  const inState = (state: MyInvitation['state']) => items.value.filter((item) => item.state === state);
  return {
    open: computed(() => inState('awaiting_carer')),
    withTeam: computed(() => inState('awaiting_activation')),
    status: list.status,
    isBusy: list.isLoading,
    isLinkRefused,
    reload: () => list.refetch(),
    replace,
  };
}
