import { z } from 'zod';

/**
 * The states of an invitation (domain 8.1). Accepting some names leaves the others open, so past `linked` the
 * invitation follows its accesses: `accepted` while any waits for a worker, `activated` once one is active.
 */
export const InvitationState = z.enum([
  'code_sent',
  'link_sent',
  'linked',
  'accepted',
  'activated',
  'bounced',
  'expired',
  'locked',
  'superseded',
  'cancelled',
  'declined',
]);
export type InvitationState = z.infer<typeof InvitationState>;

/** What moves an invitation. */
export const invitationMoves = {
  confirmCode: { from: ['code_sent'], to: 'link_sent' },
  openLink: { from: ['link_sent'], to: 'linked' },
  accept: { from: ['link_sent', 'linked', 'accepted', 'activated'], to: 'accepted' },
  activate: { from: ['accepted', 'activated'], to: 'activated' },
  /** Every accepted name was refused, and others are still unanswered. */
  reopen: { from: ['accepted'], to: 'linked' },
  lock: { from: ['code_sent'], to: 'locked' },
  unlock: { from: ['locked'], to: 'code_sent' },
  bounce: { from: ['code_sent', 'link_sent'], to: 'bounced' },
  /** Not from `locked`: time must not do what only a team manager may. */
  expire: { from: ['code_sent', 'link_sent', 'linked'], to: 'expired' },
  reissue: { from: ['code_sent', 'expired'], to: 'code_sent' },
  resendLink: { from: ['link_sent', 'linked'], to: 'link_sent' },
  supersede: { from: ['code_sent', 'link_sent', 'linked', 'locked', 'bounced', 'expired'], to: 'superseded' },
  /** The address on the carer's record has changed; of those that are stuck the team has been told before. */
  readdress: { from: ['code_sent', 'link_sent', 'linked'], to: 'superseded' },
  cancel: {
    from: ['code_sent', 'link_sent', 'linked', 'accepted', 'locked', 'bounced', 'expired'],
    to: 'cancelled',
  },
  decline: { from: ['link_sent', 'linked', 'accepted'], to: 'declined' },
} as const satisfies Record<string, { from: readonly InvitationState[]; to: InvitationState }>;
export type InvitationMove = keyof typeof invitationMoves;

/** The states from which `move` is allowed: the guard of the UPDATE on the server, the button on the screen. */
export const statesBefore = (move: InvitationMove): readonly InvitationState[] => invitationMoves[move].from;

/** Whether `move` may be made from `state`. */
export const canMove = (state: InvitationState, move: InvitationMove): boolean =>
  statesBefore(move).includes(state);

/** States in which the carer can still go on: what 'an open invitation' means at sign-up (security-rules 5.3). */
export const openToCarer: readonly InvitationState[] = ['link_sent', 'linked', 'accepted', 'activated'];

/** The order of the tracker: what needs a worker first. */
export const trackerOrder: readonly InvitationState[] = [
  'bounced',
  'locked',
  'expired',
  'accepted',
  'code_sent',
  'link_sent',
  'linked',
  'declined',
  'activated',
  'cancelled',
  'superseded',
];
