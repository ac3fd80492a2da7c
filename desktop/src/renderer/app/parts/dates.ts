import { toIsoDate, type DateParts } from '@cso/ui';

const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** Today in London, as YYYY-MM-DD. */
export const today = (): string => londonDay.format(new Date());

/** A day as the three boxes show it. */
export function toDateParts(iso: string | null): DateParts {
  const [year = '', month = '', day = ''] = iso?.split('-') ?? [];
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}

/** Why three boxes hold no day, if they do not. */
export function checkDate(parts: DateParts): 'REQUIRED' | 'INVALID_DATE' | undefined {
  if (!parts.day.trim() && !parts.month.trim() && !parts.year.trim()) return 'REQUIRED';
  return toIsoDate(parts) ? undefined : 'INVALID_DATE';
}

/** The same for a day that cannot lie ahead, such as a date of birth. */
export function checkPastDate(parts: DateParts): 'REQUIRED' | 'INVALID_DATE' | 'DATE_IN_FUTURE' | undefined {
  const iso = toIsoDate(parts);
  return iso && iso > today() ? 'DATE_IN_FUTURE' : checkDate(parts);
}

/** The day that `checkDate` has let through. */
export function isoDateOf(parts: DateParts): string {
  const iso = toIsoDate(parts);
  if (!iso) throw new Error('isoDateOf: the boxes hold no date');
  return iso;
}
