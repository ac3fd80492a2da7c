import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import type { RouteLocationRaw } from 'vue-router';
import type { DeepLink } from '../../../ipc/deep-link';

function placeOf({ kind, id }: DeepLink): RouteLocationRaw | null {
  if (kind === 'people') return { name: 'person', params: { id } };
  if (kind === 'invitations') return { name: 'invitations', params: { id } };
  if (kind === 'activations') return { name: 'approval', params: { id } };
  return kind === 'tasks' ? { name: 'my-work' } : null;
}

/** The cso:// link that was opened last. It waits until somebody signed in presses it (ux 5). */
export const useDeepLink = defineStore('deep-link', () => {
  const link = ref<DeepLink | null>(null);
  const place = computed(() => link.value && placeOf(link.value));
  return { link, place };
});
