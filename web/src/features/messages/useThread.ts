import { myMessageRoutes, type MyThread } from '@cso/contract';
import { useClient } from '@cso/ui';
import { useInfiniteQuery } from '@pinia/colada';
import { computed, watch } from 'vue';
import { useRouter } from 'vue-router';
import { isMissing } from '../accounts/is-missing';

interface ThreadAddress {
  accountId: string;
  threadId: string;
}

/** One conversation: its newest messages, and the older ones when they are asked for. */
export function useThread(address: () => ThreadAddress) {
  const client = useClient();
  const router = useRouter();
  const query = useInfiniteQuery<MyThread, Error, string | undefined>({
    key: () => ['thread', address().threadId],
    query: ({ pageParam: cursor }) =>
      client.call(myMessageRoutes.getThread, { params: { id: address().threadId }, query: { cursor } }),
    initialPageParam: undefined,
    getNextPageParam: ({ olderCursor }) => olderCursor,
  });

  const newest = computed(() => query.data.value?.pages[0]);
  const isElsewhere = computed(() => newest.value && newest.value.accountId !== address().accountId);
  /** Never shown under another person's name than the one that it is about. */
  const thread = computed(() => (isElsewhere.value ? undefined : newest.value));
  const messages = computed(() =>
    [...(query.data.value?.pages ?? [])].reverse().flatMap((page) => page.messages),
  );
  watch(newest, (found) => {
    if (!found || !isElsewhere.value) return;
    void router.replace({ name: 'thread', params: { accountId: found.accountId, threadId: found.id } });
  });

  const state = computed(() => {
    if (query.status.value === 'error' && isMissing(query.error.value)) return 'missing';
    if (thread.value) return 'ready';
    return query.status.value === 'error' ? 'failed' : 'loading';
  });
  return {
    thread,
    messages,
    state,
    isBusy: query.isLoading,
    /** The newest answer failed, though an earlier one still shows. */
    hasFailed: computed(() => query.status.value === 'error'),
    hasOlder: query.hasNextPage,
    showOlder: () => query.loadNextPage(),
    reload: () => query.refetch(),
  };
}
