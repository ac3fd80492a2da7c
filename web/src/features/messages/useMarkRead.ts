import { myMessageRoutes, type MyThread } from '@cso/contract';
import { useClient } from '@cso/ui';
import { onBeforeUnmount, onMounted, watch } from 'vue';
import { useRefreshMessages } from './refresh-messages';

/** Tells the server what the carer has seen, once it is really on the screen. */
export function useMarkRead(thread: () => MyThread | undefined): void {
  const client = useClient();
  const refresh = useRefreshMessages();
  let marked: string | undefined;

  async function mark(): Promise<void> {
    const shown = thread();
    const upToMessageId = shown?.messages.at(-1)?.id;
    if (!shown?.unreadCount || !upToMessageId || upToMessageId === marked || document.hidden) return;
    marked = upToMessageId;
    try {
      await client.call(myMessageRoutes.markRead, { params: { id: shown.id }, body: { upToMessageId } });
      await refresh();
    } catch {
      // The next look at the thread tries again.
      marked = undefined;
    }
  }

  const look = () => void mark();
  watch(thread, look, { immediate: true });
  onMounted(() => document.addEventListener('visibilitychange', look));
  onBeforeUnmount(() => document.removeEventListener('visibilitychange', look));
}
