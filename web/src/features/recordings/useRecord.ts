import { myRecordingRoutes, type MyAccount, type RecordingSent } from '@cso/contract';
import { toIsoDate, useClient, useForm } from '@cso/ui';
import { useQueryCache } from '@pinia/colada';
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useSendKey } from '../drafts/send-key';
import { useDraft } from '../drafts/useDraft';
import { useUrgentCheck } from '../urgent-help/useUrgentCheck';
import { checkContent, trimContent } from './check-content';
import { checkDays } from './check-days';
import { noContent, noDay, recordingDraft, recordingFrom, type RecordingValues } from './recording-draft';

const checkAll = (values: RecordingValues) => ({
  ...checkDays(values.coversFrom, values.coversTo),
  ...checkContent(values),
});

/** Posts a recording once, however often it is tried. */
function usePosting(accountId: string) {
  const client = useClient();
  const { keyFor } = useSendKey();
  return (values: RecordingValues): Promise<RecordingSent> => {
    const recording = {
      accountId,
      coversFrom: toIsoDate(values.coversFrom) ?? '',
      coversTo: toIsoDate(values.coversTo) ?? '',
      content: trimContent(values),
    };
    return client.call(myRecordingRoutes.send, { body: recording, idempotencyKey: keyFor(recording) });
  };
}

/** A foster carer recording: filled in, checked, sent. */
export function useRecord(account: MyAccount, typeId: string) {
  const route = useRoute();
  const router = useRouter();
  const cache = useQueryCache();
  const post = usePosting(account.id);
  const urgent = useUrgentCheck();

  const form = useForm<RecordingValues>({
    values: { coversFrom: noDay(), coversTo: noDay(), ...noContent() },
    texts: 'recordings.errors',
    check: checkAll,
    submit: () => router.push({ query: { step: 'check' } }),
  });

  /** The check page, unless what it would show cannot be sent. */
  const isChecking = computed(
    () => route.query['step'] === 'check' && Object.values(checkAll(form.values)).every((code) => !code),
  );

  const sending = useForm({
    values: {},
    texts: 'recordings.errors',
    check: () => ({ draft: draft.fault }),
    confirm: () => urgent.allows(form.values.facts, form.values.opinion, form.values.childsWords),
    submit: async () => {
      const { recordingId } = await draft.send(() => post(form.values));
      void cache.invalidateQueries({ key: ['recordings'] });
      await router.replace({ name: 'recording-sent', params: { accountId: account.id, recordingId } });
    },
  });

  const draft = useDraft({
    place: { accountId: account.id, kind: 'new', targetId: typeId },
    content: () => recordingDraft(form.values),
    restore: (content) => Object.assign(form.values, recordingFrom(content)),
  });
  return { form, sending, isChecking, draft, urgent };
}
