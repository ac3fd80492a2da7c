import type { InboxView, ThreadState } from '@cso/contract';

/** Whose inbox it is, and since when a new message counts as left lying. */
export interface InboxOwner {
  readonly workerId: string;
  readonly teamId: string | null;
  /** The worker, and those whom they cover. */
  readonly readFor: readonly string[];
  readonly dutyBefore: Date;
}

/** The last thread of the page before. */
export interface InboxPlace {
  readonly isUrgent: boolean;
  readonly lastMessageId: string;
}

/** Threads that lie side by side in one index, in the order of their newest messages. */
export interface ThreadRange {
  readonly column: 'teamId' | 'holderId' | 'addresseeId';
  readonly of: string | null;
  readonly state: ThreadState;
  readonly isUrgent?: boolean;
  /** Threads that have waited since before then. */
  readonly waitingBefore?: Date;
}

/** Closed threads and those that wait for the carer are listed newest first, others urgent first by the longest wait. */
export const isNewestFirst = (view: InboxView): boolean => view === 'closed' || view === 'waiting_carer';

/** What a view lists, as ranges that share no thread: of each, one page is read and no more (performance 6). */
export function rangesOf(owner: InboxOwner, view: InboxView): ThreadRange[] {
  const ranges = listedIn(owner, view);
  if (isNewestFirst(view)) return ranges;
  return ranges.flatMap((range) => [
    { ...range, isUrgent: true },
    // The duty worker gets what is urgent at once, and the rest when it was left lying.
    { ...range, isUrgent: false, ...(view === 'duty' ? { waitingBefore: owner.dutyBefore } : {}) },
  ]);
}

function listedIn({ teamId, readFor }: InboxOwner, view: InboxView): ThreadRange[] {
  const team = { column: 'teamId', of: teamId } as const;
  switch (view) {
    case 'mine':
      return [
        ...readFor.map((of) => ({ column: 'holderId', of, state: 'claimed' }) as const),
        ...readFor.map((of) => ({ column: 'holderId', of, state: 'waiting_worker' }) as const),
        ...readFor.map((of) => ({ column: 'addresseeId', of, state: 'new' }) as const),
      ];
    case 'waiting_worker':
      return [
        { ...team, state: 'claimed' },
        { ...team, state: 'waiting_worker' },
      ];
    case 'duty':
      return [{ ...team, state: 'new' }];
    default:
      return [{ ...team, state: view }];
  }
}

/** Whether the whole range comes before the place, and if not, whether it goes on after the place's message. */
export function partAfter({ isUrgent }: ThreadRange, place: InboxPlace | null): 'none' | 'rest' | 'all' {
  if (!place) return 'all';
  if (isUrgent === undefined || isUrgent === place.isUrgent) return 'rest';
  return isUrgent ? 'none' : 'all';
}

/** The condition of a range in SQL, with its values. */
export function conditionOf(range: ThreadRange): { where: string; values: unknown[] } {
  const { column, of, state, isUrgent, waitingBefore } = range;
  const parts: [string, ...unknown[]][] = [
    of === null ? [`${column} IS NULL`] : [`${column} = ?`, of],
    ['state = ?', state],
    ...(isUrgent === undefined ? [] : ([['isUrgent = ?', isUrgent]] as [string, unknown][])),
    ...(waitingBefore ? ([['waitingSince <= ?', waitingBefore]] as [string, unknown][]) : []),
    // Threads whose every message was taken back unread are nowhere; see `isEmpty`.
    ['lastMessageId <> id'],
  ];
  return {
    where: parts.map(([part]) => part).join(' AND '),
    values: parts.flatMap(([, ...values]) => values),
  };
}
