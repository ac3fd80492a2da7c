import { myRecordingRoutes, type Recording, type RecordingContent } from '@cso/contract';
import { useClient, useForm } from '@cso/ui';
import { useQueryCache } from '@pinia/colada';
import { useSendKey } from '../drafts/send-key';
import { useDraft } from '../drafts/useDraft';
import { useUrgentCheck } from '../urgent-help/useUrgentCheck';
import { checkContent, trimContent } from './check-content';
import { contentDraft, contentFrom, noContent } from './recording-draft';

/** 'Add to this recording': what was sent stays as it is. */
export function useAddition({ id, accountId }: Recording, onDone: () => void) {
  const client = useClient();
  const cache = useQueryCache();
  const { keyFor, renew } = useSendKey();
  const urgent = useUrgentCheck();

  const form = useForm<RecordingContent>({
    values: noContent(),
    texts: 'recordings.errors',
    check: (values) => ({ draft: draft.fault, ...checkContent(values) }),
    confirm: ({ facts, opinion, childsWords }) => urgent.allows(facts, opinion, childsWords),
    submit: async (values) => {
      await draft.send(() => post(values));
      renew();
      Object.assign(values, noContent());
      draft.startAnew();
      onDone();
      await Promise.all(['recording', 'recordings'].map((key) => cache.invalidateQueries({ key: [key] })));
    },
  });

  function post(values: RecordingContent) {
    const addition = { content: trimContent(values) };
    const idempotencyKey = keyFor(addition);
    return client.call(myRecordingRoutes.add, { params: { id }, body: addition, idempotencyKey });
  }

  const draft = useDraft({
    place: { accountId, kind: 'addition', targetId: id },
    content: () => contentDraft(form.values),
    restore: (content) => Object.assign(form.values, contentFrom(content)),
  });
  return { form, draft, urgent };
}
