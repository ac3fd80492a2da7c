import { myRecordingRoutes, type RecordingSummary, type SearchRecordings } from '@cso/contract';
import { toIsoDate, useClient, useForm, type DateParts } from '@cso/ui';
import { useInfiniteQuery, useQuery, useQueryCache } from '@pinia/colada';
import { computed, ref } from 'vue';
import { checkDay } from './check-days';
import { noDay } from './recording-draft';

/** What the person looks for. */
export interface SearchValues {
  text: string;
  /** Empty: every child. */
  accountId: string;
  coversFrom: DateParts;
  coversTo: DateParts;
}

/** The limit of the contract's `SearchRecordings`. */
const WORDS_MAX = 100;

const emptySearch = (): SearchValues => ({ text: '', accountId: '', coversFrom: noDay(), coversTo: noDay() });

/** What was looked for last. It may hold a name, so it stands in no address and is forgotten with the session. */
const LAST = ['recordings-looked-for'];

/** A day may be left out here. */
function checkSearchDay(typed: DateParts): string | undefined {
  const code = checkDay(typed);
  return code === 'REQUIRED' ? undefined : code;
}

const searchOf = ({ text, accountId, coversFrom, coversTo }: SearchValues): SearchRecordings => ({
  text: text.trim() || undefined,
  accountId: accountId || undefined,
  coversFrom: toIsoDate(coversFrom) ?? undefined,
  coversTo: toIsoDate(coversTo) ?? undefined,
});

function useFound(search: () => SearchRecordings) {
  const client = useClient();
  const found = useInfiniteQuery<
    { items: RecordingSummary[]; nextCursor?: string },
    Error,
    string | undefined
  >({
    key: () => ['recordings', JSON.stringify(search())],
    query: ({ pageParam: cursor }) =>
      client.call(myRecordingRoutes.search, { body: { ...search(), cursor } }),
    initialPageParam: undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  return {
    items: computed(() => found.data.value?.pages.flatMap((page) => page.items) ?? []),
    status: found.status,
    isBusy: found.isLoading,
    hasOlder: found.hasNextPage,
    showOlder: () => found.loadNextPage(),
    reload: () => found.refetch(),
  };
}

/** The children to choose from, those who have moved on too. A list that does not come is only missed as a choice. */
export function useRecordedChildren() {
  const client = useClient();
  const { data } = useQuery({
    key: ['recordings', 'children'],
    query: () => client.call(myRecordingRoutes.listChildren),
  });
  return computed(() => data.value?.items ?? []);
}

/** The carer's own recordings, by child, and by the words and days that they hold. */
export function useRecordings() {
  const cache = useQueryCache();
  const values = cache.getQueryData<SearchValues>(LAST) ?? emptySearch();
  const search = ref(searchOf(values));

  const form = useForm<SearchValues>({
    values: structuredClone(values),
    texts: 'recordings.errors',
    check: ({ text, coversFrom, coversTo }) => ({
      text: text.trim().length > WORDS_MAX ? 'TOO_LONG' : undefined,
      coversFrom: checkSearchDay(coversFrom),
      coversTo: checkSearchDay(coversTo),
    }),
    submit: async (typed) => look(typed),
  });

  function look(typed: SearchValues): void {
    const { text, accountId, coversFrom, coversTo } = typed;
    cache.setQueryData(LAST, { text, accountId, coversFrom: { ...coversFrom }, coversTo: { ...coversTo } });
    search.value = searchOf(typed);
  }
  function clear(): void {
    form.clear();
    Object.assign(form.values, emptySearch());
    look(form.values);
  }
  const isSearching = computed(() => Object.values(search.value).some((part) => part !== undefined));
  return { form, clear, isSearching, found: useFound(() => search.value) };
}
