/** What ends a carer's wait for an answer. */
export const NOBODY_WAITS = { waitingSince: null, remindedAt: null, escalatedAt: null } as const;
