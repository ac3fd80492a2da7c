import { draftRoutes, type Draft } from '@cso/contract';
import { useClient, useConfirm } from '@cso/ui';
import { useQuery, useQueryCache } from '@pinia/colada';
import { computed, ref } from 'vue';
import { useI18n } from 'vue-i18n';

const KEY = ['drafts'];

/** What was begun in one account, and what can only be read and copied because an access has ended. */
export function useMyDrafts(accountId: () => string) {
  const client = useClient();
  const cache = useQueryCache();
  const { t } = useI18n();
  const confirm = useConfirm();
  const hasFailed = ref(false);
  const list = useQuery({ key: KEY, query: () => client.call(draftRoutes.list) });

  const items = computed(() => list.data.value?.items ?? []);
  const open = computed(() =>
    items.value.filter(({ isFrozen, place }) => !isFrozen && place.accountId === accountId()),
  );
  const frozen = computed(() => items.value.filter(({ isFrozen }) => isFrozen));

  async function discard({ id }: Draft): Promise<void> {
    hasFailed.value = false;
    const isSure = await confirm({
      title: t('drafts.discard.title'),
      message: t('drafts.discard.text'),
      confirmText: t('drafts.discard.confirm'),
      tone: 'warning',
    });
    if (!isSure) return;
    try {
      await client.call(draftRoutes.discard, { params: { id } });
    } catch {
      hasFailed.value = true;
    }
    await cache.invalidateQueries({ key: KEY });
  }
  return { open, frozen, discard, hasFailed };
}
