import { z } from 'zod';

/** The states of a user's access to one account (domain 8.2). */
export const AccessState = z.enum([
  'proposed',
  'awaiting_carer',
  'awaiting_activation',
  'active',
  'grace',
  'suspended',
  'ended',
  'declined',
  'cancelled',
  'revoked',
  'expired',
]);
export type AccessState = z.infer<typeof AccessState>;

/** What moves an access. `proposed` is invited but the code is not yet confirmed. */
export const accessMoves = {
  offer: { from: ['proposed'], to: 'awaiting_carer' },
  accept: { from: ['awaiting_carer'], to: 'awaiting_activation' },
  activate: { from: ['awaiting_activation'], to: 'active' },
  refuse: { from: ['awaiting_activation'], to: 'declined' },
  decline: { from: ['awaiting_carer'], to: 'declined' },
  cancel: { from: ['proposed', 'awaiting_carer', 'awaiting_activation', 'expired'], to: 'cancelled' },
  expire: { from: ['proposed', 'awaiting_carer'], to: 'expired' },
  reoffer: { from: ['expired'], to: 'proposed' },
  suspend: { from: ['active', 'grace'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'active' },
  end: { from: ['active', 'grace', 'suspended'], to: 'ended' },
} as const satisfies Record<string, { from: readonly AccessState[]; to: AccessState }>;
export type AccessMove = keyof typeof accessMoves;

/** The states from which `move` is allowed: the guard of the UPDATE on the server, the button on the screen. */
export const accessStatesBefore = (move: AccessMove): readonly AccessState[] => accessMoves[move].from;
