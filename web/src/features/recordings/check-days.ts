import { RECORDING_DAYS } from '@cso/contract';
import { dayInLondon, toIsoDate, type DateParts } from '@cso/ui';

const DAY_MS = 86_400_000;

const isBlank = ({ day, month, year }: DateParts): boolean => !`${day}${month}${year}`.trim();

/** What is wrong with one day by itself, as a field code. */
export function checkDay(typed: DateParts, today = dayInLondon()): string | undefined {
  if (isBlank(typed)) return 'REQUIRED';
  const day = toIsoDate(typed);
  if (!day) return 'INVALID_DATE';
  return day > today ? 'DATE_IN_FUTURE' : undefined;
}

/** The days that a recording covers: real ones, none to come, in order, and at most a week of them. */
export function checkDays(
  from: DateParts,
  to: DateParts,
): Record<'coversFrom' | 'coversTo', string | undefined> {
  const coversFrom = checkDay(from);
  const coversTo = checkDay(to);
  if (coversFrom || coversTo) return { coversFrom, coversTo };
  const [first, last] = [from, to].map((day) => Date.parse(toIsoDate(day) ?? '') / DAY_MS) as [
    number,
    number,
  ];
  if (last < first) return { coversFrom, coversTo: 'BEFORE_FIRST_DAY' };
  return { coversFrom, coversTo: last - first >= RECORDING_DAYS ? 'TOO_MANY_DAYS' : undefined };
}
