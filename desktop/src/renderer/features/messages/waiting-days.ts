const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
const DAY_MS = 86_400_000;

/** How many midnights in London lie between: 0 is today, 1 since yesterday. */
export function waitingDays(since: string, now: Date): number {
  const dayOf = (date: Date): number => Date.parse(londonDay.format(date));
  return Math.max(0, Math.round((dayOf(now) - dayOf(new Date(since))) / DAY_MS));
}
