import { draftRoutes, type Draft } from '@cso/contract';
import { useClient, useConfirm } from '@cso/ui';
import { useQuery, useQueryCache } from '@pinia/colada';
import { computed, ref } from 'vue';
import { useI18n } from 'vue-i18n';

const KEY = ['drafts'];

/** What the carer began and has not sent, in all accounts, also in those to which their access has ended. */
export function useMyDrafts() {
  const client = useClient();
  const cache = useQueryCache();
  const { t } = useI18n();
  const confirm = useConfirm();
  const hasFailed = ref(false);
  const list = useQuery({ key: KEY, query: () => client.call(draftRoutes.list) });

  const drafts = computed(() => list.data.value?.items ?? []);

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
  return { drafts, discard, hasFailed };
}
