import { inboxRoutes, type Message, type WorkerThread } from '@cso/contract';
import { useClient } from '@cso/ui';
import { computed, ref, watch } from 'vue';

/** The messages of a thread, oldest first: the newest as they come, and older ones once they were asked for. */
export function useThreadMessages(thread: () => WorkerThread) {
  const client = useClient();
  /** Shown before the newest page: older pages, and what a newer message has pushed out of it. */
  const earlier = ref(new Map<string, Message>());
  const olderCursor = ref(thread().olderCursor);

  const keep = (messages: readonly Message[]): void => {
    for (const message of messages) earlier.value.set(message.id, message);
  };
  watch(thread, (_, before) => keep(before.messages));

  const messages = computed(() => {
    const { messages: newest } = thread();
    const from = newest[0]?.id ?? '';
    const shownBefore = [...earlier.value.values()].filter(({ id }) => id < from);
    return [...shownBefore.sort((a, b) => (a.id < b.id ? -1 : 1)), ...newest];
  });

  async function showOlder(): Promise<void> {
    const call = { params: { id: thread().id }, query: { cursor: olderCursor.value } };
    const page = await client.call(inboxRoutes.get, call);
    keep(page.messages);
    olderCursor.value = page.olderCursor;
  }
  return { messages, hasOlder: computed(() => olderCursor.value !== undefined), showOlder };
}
