import { accountRoutes } from '@cso/contract';
import { useClient } from '@cso/ui';
import { useQuery } from '@pinia/colada';
import { computed } from 'vue';

/** Every account that this carer may see, their own first. */
export function useAccountList() {
  const client = useClient();
  return useQuery({ key: ['my-accounts'], query: () => client.call(accountRoutes.listMine) });
}

/** Who has one account never sees the list of accounts: what stands there stands on the dashboard for them. */
export function useIsOnlyAccount() {
  const { data } = useAccountList();
  return computed(() => data.value?.items.length === 1);
}
