import type { DraftContent, RecordingContent } from '@cso/contract';
import type { DateParts } from '@cso/ui';

/** What the person fills in about a child. */
export interface RecordingValues extends RecordingContent {
  coversFrom: DateParts;
  coversTo: DateParts;
}

export const noDay = (): DateParts => ({ day: '', month: '', year: '' });
export const noContent = (): RecordingContent => ({ facts: '', opinion: '', childsWords: '' });

/** A day as typed so far, which may be no day yet: '27/3/'. */
function dayAsTyped({ day, month, year }: DateParts): string | undefined {
  return day || month || year ? [day, month, year].join('/') : undefined;
}

function dayFrom(typed = ''): DateParts {
  const [day = '', month = '', year = ''] = typed.split('/');
  return { day, month, year };
}

export const contentDraft = ({ facts, opinion, childsWords }: RecordingContent): DraftContent => ({
  facts: facts || undefined,
  opinion: opinion || undefined,
  childsWords: childsWords || undefined,
});

export const contentFrom = ({
  facts = '',
  opinion = '',
  childsWords = '',
}: DraftContent): RecordingContent => ({
  facts,
  opinion,
  childsWords,
});

export const recordingDraft = (values: RecordingValues): DraftContent => ({
  coversFrom: dayAsTyped(values.coversFrom),
  coversTo: dayAsTyped(values.coversTo),
  ...contentDraft(values),
});

export const recordingFrom = (draft: DraftContent): RecordingValues => ({
  coversFrom: dayFrom(draft.coversFrom),
  coversTo: dayFrom(draft.coversTo),
  ...contentFrom(draft),
});
