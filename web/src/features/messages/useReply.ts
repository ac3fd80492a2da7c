import { ApiError } from '@cso/client';
import { myMessageRoutes, type MessageSent, type MyThread } from '@cso/contract';
import { useClient, useForm } from '@cso/ui';
import { useSendKey } from '../drafts/send-key';
import { useDraft } from '../drafts/useDraft';
import { useUrgentCheck } from '../urgent-help/useUrgentCheck';
import { BODY_MAX, checkText } from './check-text';
import { useRefreshMessages } from './refresh-messages';

/** The reply box of one thread. `onSent` is told who got it. */
export function useReply({ id, accountId }: MyThread, onSent: (sent: MessageSent) => void) {
  const client = useClient();
  const refresh = useRefreshMessages();
  const { keyFor, renew } = useSendKey();
  const urgent = useUrgentCheck();

  const form = useForm({
    values: { body: '' },
    texts: 'messages.errors',
    check: ({ body }) => ({ draft: draft.fault, body: checkText(body, BODY_MAX) }),
    confirm: ({ body }) => urgent.allows(body),
    submit: async (values) => {
      const sent = await draft.send(() => post(values.body.trim()));
      renew();
      values.body = '';
      draft.startAnew();
      onSent(sent);
      await refresh();
    },
  });

  async function post(body: string): Promise<MessageSent> {
    const reply = { body };
    const idempotencyKey = keyFor(reply);
    try {
      return await client.call(myMessageRoutes.reply, { params: { id }, body: reply, idempotencyKey });
    } catch (error) {
      // The thread may have been locked or moved meanwhile: it then says why nobody can reply.
      if (error instanceof ApiError && error.status === 409) await refresh();
      throw error;
    }
  }

  const draft = useDraft({
    place: { accountId, kind: 'reply', targetId: id },
    content: () => ({ body: form.values.body || undefined }),
    restore: ({ body }) => (form.values.body = body ?? ''),
  });
  return { form, draft, urgent };
}
