const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Code life for e-mail, text and call (security-rules 'Figures to reach'). */
export const CODE_LIFE_MS = 10 * MINUTE_MS;
export const CODE_LIFE_MINUTES = CODE_LIFE_MS / MINUTE_MS;
export const MAX_ATTEMPTS = 5;

/** Waits before Send new code: after the first code, the second, and every later one (security-rules 5.3, 5.5). */
const phoneWaitsMs = [30 * SECOND_MS, 60 * SECOND_MS, 120 * SECOND_MS];
const emailWaitsMs = [30 * SECOND_MS, 60 * SECOND_MS];

export const resendWaitMs = (channel: 'email' | 'text' | 'call', sendNumber: number): number => {
  const waits = channel === 'email' ? emailWaitsMs : phoneWaitsMs;
  return waits[Math.min(sendNumber, waits.length) - 1] ?? 0;
};

export const phoneLimits = {
  sendsOfUser: { count: 5, perMs: 15 * MINUTE_MS },
  sendsToNumber: { count: 10, perMs: DAY_MS },
  callsOfUser: { count: 3, perMs: 15 * MINUTE_MS },
  callsOfUserADay: { count: 8, perMs: DAY_MS },
} as const;

export const emailLimits = {
  perAddress: { count: 5, perMs: HOUR_MS },
  perAddressADay: { count: 10, perMs: DAY_MS },
  perIp: { count: 20, perMs: HOUR_MS },
} as const;

/** Tolerated before the step locks: the third dead code, the sixth send-limit hit, the thirtieth wrong entry (5.5). */
export const lockLimits = {
  deadCodes: { count: 2, perMs: HOUR_MS },
  sendLimitHits: { count: 5, perMs: HOUR_MS },
  wrongEntries: { count: 29, perMs: DAY_MS },
} as const;

export const STEP_LOCK_MS = 2 * HOUR_MS;

/** Calls: to pick up, then to hear the prompt, then to press the key (security-rules 5.6). */
export const ANSWER_WITHIN_MS = MINUTE_MS;
export const PROMPT_WITHIN_MS = 30 * SECOND_MS;
export const KEY_WITHIN_MS = 20 * SECOND_MS;
