import {
  RecipientChoice,
  myMessageRoutes,
  type DraftContent,
  type MessageSent,
  type MessageType,
  type MyAccount,
} from '@cso/contract';
import { useClient, useForm } from '@cso/ui';
import { useQueryCache } from '@pinia/colada';
import { useRouter } from 'vue-router';
import { useSendKey } from '../drafts/send-key';
import { useDraft } from '../drafts/useDraft';
import { useUrgentCheck } from '../urgent-help/useUrgentCheck';
import { BODY_MAX, SUBJECT_MAX, checkText } from './check-text';
import { useRefreshMessages } from './refresh-messages';

interface WriteValues {
  recipient: string;
  subject: string;
  body: string;
  /** Ticked: 'private'. */
  privacy: string[];
}

const EMPTY: WriteValues = { recipient: '', subject: '', body: '', privacy: [] };

const checkValues = ({ recipient, subject, body }: WriteValues) => ({
  recipient: recipient ? undefined : 'REQUIRED',
  subject: checkText(subject, SUBJECT_MAX),
  body: checkText(body, BODY_MAX),
});

const draftOf = (values: WriteValues): DraftContent => ({
  recipient: RecipientChoice.safeParse(values.recipient).data,
  isPrivate: values.privacy.length > 0 || undefined,
  subject: values.subject || undefined,
  body: values.body || undefined,
});

const valuesOf = (draft: DraftContent): WriteValues => ({
  recipient: draft.recipient ?? '',
  subject: draft.subject ?? '',
  body: draft.body ?? '',
  privacy: draft.isPrivate ? ['private'] : [],
});

/** After sending: the page that says who got it, where Back does not lead to the sent text again. */
function useAfterSending(accountId: string) {
  const router = useRouter();
  const cache = useQueryCache();
  const refresh = useRefreshMessages();
  return async (sent: MessageSent): Promise<void> => {
    cache.setQueryData(['message-sent', sent.threadId], sent);
    void refresh();
    await router.replace({ name: 'message-sent', params: { accountId, threadId: sent.threadId } });
  };
}

/** A new message of one type about one account. */
export function useWrite(account: MyAccount, type: MessageType) {
  const client = useClient();
  const { keyFor } = useSendKey();
  const urgent = useUrgentCheck();
  const goOn = useAfterSending(account.id);

  const form = useForm({
    values: { ...EMPTY },
    texts: 'messages.errors',
    check: (values) => ({ draft: draft.fault, ...checkValues(values) }),
    confirm: ({ subject, body }) => urgent.allows(subject, body),
    submit: async (values) => goOn(await draft.send(() => post(values))),
  });

  function post({ recipient, subject, body, privacy }: WriteValues): Promise<MessageSent> {
    const message = {
      accountId: account.id,
      typeId: type.id,
      recipient: RecipientChoice.parse(recipient),
      subject: subject.trim(),
      body: body.trim(),
      isPrivate: privacy.length > 0,
    };
    return client.call(myMessageRoutes.startThread, { body: message, idempotencyKey: keyFor(message) });
  }

  const draft = useDraft({
    place: { accountId: account.id, kind: 'new', targetId: type.id },
    content: () => draftOf(form.values),
    restore: (content) => Object.assign(form.values, valuesOf(content)),
  });
  return { form, draft, urgent };
}
