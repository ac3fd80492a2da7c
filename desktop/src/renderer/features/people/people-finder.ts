import type { AccountKind } from '@cso/contract';
import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import { useWorkerSession } from '../../app/session/worker-session';

/**
 * What the worker last looked for, so that the way back from somebody's page leads to the same list. Not in the
 * address, for it may be a name; and gone with the session (security-rules 5.13).
 */
export const usePeopleFinder = defineStore('people-finder', () => {
  const session = useWorkerSession();
  const text = ref('');
  const kind = ref<AccountKind>();
  const place = computed(() => ({ name: 'people', query: kind.value ? { kind: kind.value } : {} }));

  watch(
    () => session.isSignedIn,
    () => {
      text.value = '';
      kind.value = undefined;
    },
    { flush: 'sync' },
  );
  return { text, kind, place };
});
