import { myMessageRoutes, type MessageType } from '@cso/contract';
import { useClient } from '@cso/ui';
import { useQuery } from '@pinia/colada';
import { computed } from 'vue';

/** What a carer may write, as the council has set it. */
export function useMessageTypes() {
  const client = useClient();
  const list = useQuery({
    key: ['message-types'],
    query: () => client.call(myMessageRoutes.listTypes),
  });
  const types = computed<MessageType[]>(() => list.data.value?.items ?? []);
  return { types, status: list.status, isBusy: list.isLoading, reload: () => list.refetch() };
}
