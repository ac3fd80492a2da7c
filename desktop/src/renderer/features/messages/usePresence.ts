import { threadPresenceRoutes } from '@cso/contract';
import { useClient } from '@cso/ui';
import { computed, onBeforeUnmount, type ComputedRef } from 'vue';
import { useLiveQuery } from '../../app/parts/live-query';

/** Says that this worker has the thread open, while it is; gives the names of the others who have. */
export function usePresence(id: string): ComputedRef<string[]> {
  const client = useClient();
  const params = { id };
  const query = useLiveQuery(() => ({
    key: ['inbox', 'presence', id],
    ask: (asking, call) => asking.call(threadPresenceRoutes.attend, { ...call, params }),
  }));
  // A leave that does not arrive is forgotten by itself.
  onBeforeUnmount(() => void client.call(threadPresenceRoutes.leave, { params }).catch(() => undefined));
  return computed(() => (query.data.value?.items ?? []).map(({ workerName }) => workerName));
}
