import { liveRoutes, type LiveKind } from '@cso/contract';
import { useQueryCache, type EntryKey } from '@pinia/colada';
import { onBeforeUnmount, onMounted } from 'vue';
import { useClient } from '../client';

/**
 * Which queries beside its own each kind of news concerns, by the first parts of their keys. A key that begins with the
 * kind itself, such as `['tasks', …]`, is its own.
 */
export type LiveKeys = Partial<Record<Exclude<LiveKind, 'all'>, readonly EntryKey[]>>;

const POLL_MS = 60_000;

/**
 * While the component is there, what changes for the person is asked again as soon as the service tells of it. Without
 * a stream, everything on the screen is asked again every minute. Errors show nowhere: what is on the screen stays.
 */
export function useLiveUpdates(keys: LiveKeys): void {
  const client = useClient();
  const cache = useQueryCache();
  const end = new AbortController();
  let isOpen = false;
  let poll: ReturnType<typeof setInterval> | undefined;

  const askAgain = (which: Parameters<typeof cache.invalidateQueries>[0]): void =>
    void cache.invalidateQueries(which).catch(() => undefined);

  function take(kind: LiveKind): void {
    if (kind === 'all') return askAgain({});
    for (const key of [[kind], ...(keys[kind] ?? [])]) askAgain({ key });
  }

  onMounted(() => {
    poll = setInterval(() => {
      const isWatched = document.visibilityState === 'visible';
      if (!isOpen && isWatched) askAgain({ active: true, stale: true });
    }, POLL_MS);
    void client.stream(liveRoutes.stream, {
      onEvent: ({ kind }) => take(kind),
      onOpen: (isNowOpen) => void (isOpen = isNowOpen),
      onGap: () => take('all'),
      signal: end.signal,
    });
  });
  onBeforeUnmount(() => {
    clearInterval(poll);
    end.abort();
  });
}
