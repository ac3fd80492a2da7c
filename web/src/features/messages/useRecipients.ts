import { myMessageRoutes, type MyAccount, type Recipient } from '@cso/contract';
import { useClient } from '@cso/ui';
import { useQuery } from '@pinia/colada';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useCoverText } from './useCoverText';

/** Whom the carer may write to about an account, in words: name, what they are, and who reads for them meanwhile. */
export function useRecipients(account: () => MyAccount | undefined) {
  const client = useClient();
  const { t } = useI18n();
  const coverText = useCoverText();
  const list = useQuery({
    key: () => ['recipients', account()?.id ?? ''],
    query: () => client.call(myMessageRoutes.listRecipients, { params: { id: account()?.id ?? '' } }),
    enabled: () => account() !== undefined,
  });

  function nameOf({ choice, workerName, teamName }: Recipient): string {
    const key = `messages.to.${choice}`;
    const named = choice === 'team' ? teamName : workerName;
    return named
      ? t(`${key}.named`, { name: named, child: account()?.name })
      : t(`${key}.unnamed`, { child: account()?.name });
  }

  const options = computed(() => [
    ...(list.data.value?.items ?? []).map((recipient) => ({
      value: recipient.choice,
      text: nameOf(recipient),
      hint: recipient.cover ? coverText(recipient.workerName, recipient.cover) : undefined,
    })),
    { value: 'unsure' as const, text: t('messages.to.unsure'), hint: t('messages.to.unsureHint') },
  ]);
  const isReady = computed(() => list.data.value !== undefined);
  return { options, isReady, status: list.status, isBusy: list.isLoading, reload: () => list.refetch() };
}
