import { mySignInRoutes } from '@cso/contract';
import { useClient } from '@cso/ui';
import { useQuery } from '@pinia/colada';

/** What the carer signs in with. Without it the page still leads to every change. */
export function useMySignIn() {
  const client = useClient();
  return useQuery({ key: ['my-sign-in'], query: () => client.call(mySignInRoutes.get) }).data;
}
