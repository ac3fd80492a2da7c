import { myRecordingRoutes } from '@cso/contract';
import { useClient } from '@cso/ui';
import { useQuery } from '@pinia/colada';
import { computed } from 'vue';
import { isMissing } from '../accounts/is-missing';

/** One of the carer's own recordings. */
export function useRecording(id: () => string) {
  const client = useClient();
  const query = useQuery({
    key: () => ['recording', id()],
    query: () => client.call(myRecordingRoutes.get, { params: { id: id() } }),
  });
  const state = computed(() => {
    if (query.status.value !== 'error') return query.status.value === 'success' ? 'ready' : 'loading';
    return isMissing(query.error.value) ? 'missing' : 'failed';
  });
  return { recording: query.data, state, isBusy: query.isLoading, reload: () => query.refetch() };
}
