import { accountRoutes } from '@cso/contract';
import { useClient } from '@cso/ui';
import { useQuery } from '@pinia/colada';
import { computed } from 'vue';

/** Everything unread over all accounts: what an e-mail may have been about, for the e-mail does not say. */
export function useWhatsNew() {
  const client = useClient();
  const list = useQuery({ key: ['whats-new'], query: () => client.call(accountRoutes.whatsNew) });
  return {
    items: computed(() => list.data.value?.items ?? []),
    status: list.status,
    isBusy: list.isLoading,
    reload: () => list.refetch(),
  };
}
