/** 'Resend' is good three times a day for each invitation (security-rules 5.2). */
export const RESENDS = { name: 'invitation.resend', rule: { count: 3, perMs: 86_400_000 } } as const;
