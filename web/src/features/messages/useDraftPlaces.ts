import type { Draft, MessageType } from '@cso/contract';
import { useI18n } from 'vue-i18n';
import type { RouteLocationRaw } from 'vue-router';
import { useMessageTypes } from './useMessageTypes';

/** Where a draft is gone on with, and what it is of. */
export function useDraftPlaces() {
  const { t } = useI18n();
  const { types } = useMessageTypes();

  const messageType = ({ place }: Draft): MessageType | undefined =>
    types.value.find(({ id }) => id === place.targetId);

  function pageOf(draft: Draft): RouteLocationRaw {
    const { accountId, kind, targetId } = draft.place;
    if (kind === 'reply') return { name: 'thread', params: { accountId, threadId: targetId } };
    if (kind === 'addition') return { name: 'recording', params: { recordingId: targetId } };
    if (messageType(draft)?.kind === 'recording') return { name: 'new-recording', params: { accountId } };
    return { name: 'write-message', params: { accountId, typeId: targetId } };
  }

  function typeOf(draft: Draft): string {
    if (draft.place.kind !== 'new') return t(`drafts.list.${draft.place.kind}`);
    return messageType(draft)?.name ?? t('messages.type.unknown');
  }
  return { pageOf, typeOf };
}
