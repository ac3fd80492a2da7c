/** The BroadcastChannel over which the tabs of this portal agree on time-out and log out. */
export const SESSION_CHANNEL = 'cso-carer-session';
