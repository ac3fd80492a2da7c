import { personRoutes, type AccountKind, type Person, type PersonSummary } from '@cso/contract';
import { onBeforeUnmount, ref, watch, type Ref } from 'vue';
import { useLiveQuery, usePagedQuery, type LiveQuery, type PagedQuery } from '../../app/parts/live-query';

const TYPING_PAUSE_MS = 250;

/** What is typed, once the typing has paused. */
function useSettled(typed: Ref<string>): Ref<string> {
  const settled = ref(typed.value);
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(typed, (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => (settled.value = text.trim()), TYPING_PAUSE_MS);
  });
  onBeforeUnmount(() => clearTimeout(timer));
  return settled;
}

interface SearchOptions {
  kind?: () => AccountKind | undefined;
  isEnabled?: (text: string) => boolean;
}

/** Finds people while one types. An empty text finds the worker's own people. */
export function usePeopleSearch(typed: Ref<string>, options: SearchOptions = {}): PagedQuery<PersonSummary> {
  const text = useSettled(typed);
  return usePagedQuery(() => {
    const { isEnabled } = options;
    const kind = options.kind?.();
    const asked = text.value;
    return {
      key: ['people', kind ?? 'all', asked],
      askPage: (client, cursor, call) =>
        client.call(personRoutes.search, { ...call, body: { text: asked, kind, cursor } }),
      isEnabled: isEnabled?.(asked),
      keepsLast: true,
    };
  });
}

export function usePerson(id: () => string): LiveQuery<Person> {
  return useLiveQuery(() => {
    const params = { id: id() };
    return {
      key: ['person', params.id],
      ask: (client, call) => client.call(personRoutes.get, { ...call, params }),
    };
  });
}
