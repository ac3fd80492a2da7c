const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A length of time in its largest sensible unit, rounded up, so that nobody comes back too soon. */
export function waitInUnits(ms: number): { unit: 'seconds' | 'minutes' | 'hours'; count: number } {
  if (ms < MINUTE) return { unit: 'seconds', count: Math.ceil(ms / SECOND) };
  if (ms < 2 * HOUR) return { unit: 'minutes', count: Math.ceil(ms / MINUTE) };
  return { unit: 'hours', count: Math.ceil(ms / HOUR) };
}
