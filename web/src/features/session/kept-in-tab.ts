import { ref, watch, type Ref } from 'vue';

/** A text that outlives a reload: kept for this tab alone, dropped when it is set to nothing or the tab is closed. */
export function keptInTab(key: string): Ref<string | undefined> {
  const text = ref(sessionStorage.getItem(key) ?? undefined);
  watch(
    text,
    (newest) => (newest === undefined ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, newest)),
    { flush: 'sync' },
  );
  return text;
}
