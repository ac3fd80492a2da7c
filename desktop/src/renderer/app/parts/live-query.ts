import type { CallOptions, Client } from '@cso/client';
import { useClient } from '@cso/ui';
import { useQuery, useQueryCache, type EntryKey, type UseQueryReturn } from '@pinia/colada';
import { computed, onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

const POLL_MS = 60_000;

/** What a page shows of the service, asked again on focus and every minute. */
export type LiveQuery<Data> = UseQueryReturn<Data>;

interface Question<Data> {
  key: EntryKey;
  ask: (client: Client, call: CallOptions) => Promise<Data>;
  isEnabled?: boolean;
  /** Whether the answer to the question before stays in view until the new one comes. */
  keepsLast?: (previousKey: EntryKey) => boolean;
}

/**
 * Asks, and keeps asking. Only the first answer was asked for by a person: every later question is marked passive,
 * so that a forgotten window does not keep its session alive (security-rules 5.11).
 * `question` reads what it depends on before it returns, so that an old key is never asked with new values.
 */
export function useLiveQuery<Data>(question: () => Question<Data>): LiveQuery<Data> {
  const client = useClient();
  const cache = useQueryCache();

  const query = useQuery<Data>(() => {
    const { key, ask, isEnabled = true, keepsLast } = question();
    const isPassive = (): boolean => cache.getQueryData(key) !== undefined;
    return {
      key,
      query: ({ signal }) => ask(client, { signal, isPassive: isPassive() }),
      enabled: isEnabled,
      refetchOnWindowFocus: 'always',
      placeholderData: (previous, entry) =>
        entry && keepsLast?.(entry.key) ? (previous as Data) : undefined,
    };
  });

  let timer: ReturnType<typeof setInterval> | undefined;
  const isWatched = (): boolean => document.visibilityState === 'visible' && (question().isEnabled ?? true);
  onMounted(() => {
    timer = setInterval(() => isWatched() && void query.refresh(), POLL_MS);
  });
  onBeforeUnmount(() => clearInterval(timer));
  return query;
}

interface Page<Item> {
  items: Item[];
  nextCursor?: string | undefined;
}

interface PagedQuestion<Item> {
  key: EntryKey;
  askPage: (client: Client, cursor: string | undefined, call: CallOptions) => Promise<Page<Item>>;
  isEnabled?: boolean;
  /** For a search: the old rows stay until the new ones come. */
  keepsLast?: boolean;
}

export interface PagedQuery<Item> {
  query: LiveQuery<Page<Item>>;
  hasMore: Readonly<Ref<boolean>>;
  showMore: () => void;
}

/** A list that grows by a page at a press of 'Show more'. */
export function usePagedQuery<Item>(question: () => PagedQuestion<Item>): PagedQuery<Item> {
  const pageCount = ref(1);

  const query = useLiveQuery<Page<Item>>(() => {
    const { key, askPage, isEnabled, keepsLast } = question();
    const count = pageCount.value;
    const isSameList = (before: EntryKey): boolean =>
      JSON.stringify(before.slice(0, -1)) === JSON.stringify(key);
    return {
      key: [...key, count],
      ask: (client, call) => askPages((cursor) => askPage(client, cursor, call), count),
      isEnabled,
      keepsLast: (before) => keepsLast || isSameList(before),
    };
  });
  const hasMore = computed(() => query.data.value?.nextCursor !== undefined);
  return { query, hasMore, showMore: () => void (pageCount.value += 1) };
}

async function askPages<Item>(
  askPage: (cursor: string | undefined) => Promise<Page<Item>>,
  pageCount: number,
): Promise<Page<Item>> {
  let page = await askPage(undefined);
  const items = [...page.items];
  for (let asked = 1; asked < pageCount && page.nextCursor; asked += 1) {
    page = await askPage(page.nextCursor);
    items.push(...page.items);
  }
  return { items, nextCursor: page.nextCursor };
}
