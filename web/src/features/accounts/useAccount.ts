import { accountRoutes } from '@cso/contract';
import { useClient } from '@cso/ui';
import { useQuery } from '@pinia/colada';
import { computed } from 'vue';
import { useRoute } from 'vue-router';
import { isMissing } from './is-missing';

/** The account of the address being shown. What is not this carer's own does not exist for them. */
export function useAccount() {
  const client = useClient();
  const route = useRoute();
  const id = computed(() => String(route.params['accountId']));

  const query = useQuery({
    key: () => ['account', id.value],
    query: () => client.call(accountRoutes.dashboard, { params: { id: id.value } }),
  });

  const state = computed(() => {
    const { status, error, data } = query;
    if (status.value === 'error' && isMissing(error.value)) return 'missing';
    // What is shown and typed stays while the service is away: only a first answer that does not come is a failure.
    if (data.value) return 'ready';
    return status.value === 'error' ? 'failed' : 'loading';
  });
  return { id, account: query.data, state, isBusy: query.isLoading, reload: () => query.refetch() };
}
