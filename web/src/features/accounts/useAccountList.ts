import { accountRoutes } from '@cso/contract';
import { useClient } from '@cso/ui';
import { useQuery } from '@pinia/colada';

/** Every account that this carer may see, their own first. */
export function useAccountList() {
  const client = useClient();
  return useQuery({ key: ['my-accounts'], query: () => client.call(accountRoutes.listMine) });
}
