import { ApiError } from '@cso/client';
import { myMessageRoutes, type Message } from '@cso/contract';
import { useClient, useConfirm, useErrorTexts } from '@cso/ui';
import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { useRefreshMessages } from './refresh-messages';

/** 'Take this message back', with what that means for one that was read. With its only message the thread goes, too. */
export function useTakeBack(onDone: () => void) {
  const client = useClient();
  const router = useRouter();
  const { t } = useI18n();
  const confirm = useConfirm();
  const refresh = useRefreshMessages();
  const texts = useErrorTexts('messages.errors');
  const failure = ref('');

  async function takeBack({ id, readBy }: Message, isOnly: boolean): Promise<void> {
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
      if (isOnly && readBy.length === 0) await router.replace({ name: 'messages' });
      else onDone();
    } catch (error) {
      failure.value = texts.ofFailure(error);
      if (!(error instanceof ApiError)) return;
    }
    await refresh();
  }
  return { takeBack, failure };
}
