import { myMessageRoutes, type MyThreadSummary } from '@cso/contract';
import { useClient } from '@cso/ui';
import { useQuery } from '@pinia/colada';
import { computed } from 'vue';

/** One page of what was received and sent in an account: unread first, then the newest. */
export function useThreads(accountId: () => string, cursor: () => string | undefined) {
  const client = useClient();
  const list = useQuery({
    key: () => ['threads', accountId(), cursor() ?? ''],
    query: () =>
      client.call(myMessageRoutes.listThreads, { query: { accountId: accountId(), cursor: cursor() } }),
  });
  return {
    threads: computed(() => list.data.value?.items ?? []),
    olderCursor: computed(() => list.data.value?.nextCursor),
    status: list.status,
    isBusy: list.isLoading,
    reload: () => list.refetch(),
  };
}

/** How a thread stands for the carer, in the order of what matters to them. */
export function statusOf({
  unreadCount,
  isWaiting,
  isMoved,
}: MyThreadSummary): 'unread' | 'waiting' | 'answered' | 'moved' {
  if (isMoved) return 'moved';
  if (unreadCount > 0) return 'unread';
  return isWaiting ? 'waiting' : 'answered';
}
