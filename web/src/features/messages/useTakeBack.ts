import { ApiError } from '@cso/client';
import { myMessageRoutes, type Message } from '@cso/contract';
import { useClient, useConfirm, useErrorTexts } from '@cso/ui';
import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRefreshMessages } from './refresh-messages';

/** 'Take this message back', with what that means for one that was read. */
export function useTakeBack(onDone: () => void) {
  const client = useClient();
  const { t } = useI18n();
  const confirm = useConfirm();
  const refresh = useRefreshMessages();
  const texts = useErrorTexts('messages.errors');
  const failure = ref('');

  async function takeBack({ id, readBy }: Message): Promise<void> {
    failure.value = '';
    const isSure = await confirm({
      title: t('messages.takeBack.title'),
      message: t(`messages.takeBack.${readBy.length > 0 ? 'read' : 'unread'}`),
      confirmText: t('messages.takeBack.confirm'),
      tone: 'warning',
    });
    if (!isSure) return;
    try {
      await client.call(myMessageRoutes.withdraw, { params: { id } });
      onDone();
    } catch (error) {
      failure.value = texts.ofFailure(error);
      if (!(error instanceof ApiError)) return;
    }
    await refresh();
  }
  return { takeBack, failure };
}
