import { computed, watch } from 'vue';
import { useRouter, type RouteLocationRaw } from 'vue-router';
import { useAccountList } from './useAccountList';

/** 'Select an account'. Who has one account goes straight to its dashboard, who has none to Account Setup. */
export function useMyAccounts() {
  const router = useRouter();
  const list = useAccountList();

  const onlyChoice = computed<RouteLocationRaw | undefined>(() => {
    const [first, second] = list.data.value?.items ?? [];
    if (!list.data.value || second) return undefined;
    return first ? { name: 'dashboard', params: { accountId: first.id } } : { name: 'account-setup' };
  });
  watch(onlyChoice, (choice) => choice && router.replace(choice), { immediate: true });

  const accounts = computed(() => (onlyChoice.value ? [] : (list.data.value?.items ?? [])));
  const isPending = computed(() => list.status.value === 'pending' || onlyChoice.value !== undefined);
  return {
    accounts,
    isPending,
    hasFailed: computed(() => list.status.value === 'error' && !list.data.value),
    isBusy: list.isLoading,
    reload: () => list.refetch(),
  };
}
