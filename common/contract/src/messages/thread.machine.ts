import { z } from 'zod';

/**
 * The states of a thread (domain 8.5). `new` waits for whoever takes it; `claimed` was taken and not answered yet.
 * Locked, urgent, escalated and redirected are flags, for a thread may be any of them in every state.
 */
export const ThreadState = z.enum(['new', 'claimed', 'waiting_carer', 'waiting_worker', 'snoozed', 'closed']);
export type ThreadState = z.infer<typeof ThreadState>;

/** What moves a thread. A carer may write in every state: a closed or sleeping thread then wakes. */
export const threadMoves = {
  claim: { from: ['new'], to: 'claimed' },
  /** Another worker goes on in the holder's place, with a reason. */
  take_over: { from: ['claimed', 'waiting_carer', 'waiting_worker', 'snoozed'], to: 'claimed' },
  release: { from: ['claimed', 'waiting_carer', 'waiting_worker', 'snoozed'], to: 'new' },
  redirect: { from: ['new', 'claimed', 'waiting_carer', 'waiting_worker', 'snoozed'], to: 'new' },
  answer: { from: ['claimed', 'waiting_carer', 'waiting_worker', 'snoozed'], to: 'waiting_carer' },
  snooze: { from: ['claimed', 'waiting_carer', 'waiting_worker'], to: 'snoozed' },
  wake: { from: ['snoozed'], to: 'waiting_worker' },
  close: { from: ['claimed', 'waiting_carer', 'waiting_worker', 'snoozed'], to: 'closed' },
  reopen: { from: ['closed'], to: 'claimed' },
} as const satisfies Record<string, { from: readonly ThreadState[]; to: ThreadState }>;
export type ThreadMove = keyof typeof threadMoves;

/** The states from which `move` is allowed: the guard of the UPDATE on the server, the button on the screen. */
export const threadStatesBefore = (move: ThreadMove): readonly ThreadState[] => threadMoves[move].from;

/** Where a carer's message leaves the thread: with its holder, or waiting for one. */
export const threadStateAfterCarer = (state: ThreadState, isHeld: boolean): ThreadState =>
  isHeld ? (state === 'claimed' ? 'claimed' : 'waiting_worker') : 'new';
