import type { CallOptions, Client } from '@cso/client';
import { useClient } from '@cso/ui';
import { useQuery, useQueryCache, type EntryKey, type UseQueryReturn } from '@pinia/colada';
import { computed, onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

const POLL_MS = 60_000;

/** What a page shows of the service, asked again on focus and every minute. */
export type LiveQuery<Data> = UseQueryReturn<Data>;

interface LiveQueryOptions<Data> {
  key: () => EntryKey;
  ask: (client: Client, call: CallOptions) => Promise<Data>;
  isEnabled?: () => boolean;
  /** Whether the answer to the question before stays in view until the new one comes. */
  keepsLast?: (previousKey: EntryKey) => boolean;
}

/**
 * Asks, and keeps asking. Only the first answer was asked for by a person: every later question is marked passive,
 * so that a forgotten window does not keep its session alive (security-rules 5.11).
 */
export function useLiveQuery<Data>(options: LiveQueryOptions<Data>): LiveQuery<Data> {
  const client = useClient();
  const cache = useQueryCache();
  const hasAnswer = (): boolean => cache.getQueryData(options.key()) !== undefined;

  const query = useQuery<Data>({
    key: options.key,
    query: ({ signal }) => options.ask(client, { signal, isPassive: hasAnswer() }),
    enabled: () => options.isEnabled?.() ?? true,
    refetchOnWindowFocus: 'always',
    placeholderData: (previous, entry) =>
      entry && options.keepsLast?.(entry.key) ? (previous as Data) : undefined,
  });

  let timer: ReturnType<typeof setInterval> | undefined;
  onMounted(() => {
    timer = setInterval(() => isWatched() && void query.refresh(), POLL_MS);
  });
  onBeforeUnmount(() => clearInterval(timer));
  const isWatched = (): boolean => document.visibilityState === 'visible' && (options.isEnabled?.() ?? true);
  return query;
}

interface Page<Item> {
  items: Item[];
  nextCursor?: string | undefined;
}

interface PagedQueryOptions<Item> {
  key: () => EntryKey;
  askPage: (client: Client, cursor: string | undefined, call: CallOptions) => Promise<Page<Item>>;
  isEnabled?: () => boolean;
  /** For a search: the old rows stay until the new ones come. */
  keepsLast?: boolean;
}

export interface PagedQuery<Item> {
  query: LiveQuery<Page<Item>>;
  hasMore: Readonly<Ref<boolean>>;
  showMore: () => void;
}

/** A list that grows by a page at a press of 'Show more'. */
export function usePagedQuery<Item>(options: PagedQueryOptions<Item>): PagedQuery<Item> {
  const pageCount = ref(1);
  const sameList = (key: EntryKey): boolean =>
    options.keepsLast || JSON.stringify(key.slice(0, -1)) === JSON.stringify(options.key());

  const query = useLiveQuery<Page<Item>>({
    key: () => [...options.key(), pageCount.value],
    ask: (client, call) => askPages((cursor) => options.askPage(client, cursor, call), pageCount.value),
    isEnabled: options.isEnabled,
    keepsLast: sameList,
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
