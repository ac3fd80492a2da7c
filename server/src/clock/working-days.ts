import { DAY_MS } from './lengths.js';

/**
 * The instant that lies `days` working days before: the same time of day, with weekends and England's bank holidays
 * left out. One-off holidays, such as a coronation, are not known; on such a day people are reminded a day early.
 */
export function workingDaysBefore(instant: Date, days: number): Date {
  let [at, left] = [instant.getTime(), days];
  while (left > 0) {
    at -= DAY_MS;
    if (isWorkingDay(new Date(at))) left -= 1;
  }
  return new Date(at);
}

/** Monday to Friday, and no bank holiday in England. */
function isWorkingDay(day: Date): boolean {
  const weekday = day.getUTCDay();
  return weekday !== 0 && weekday !== 6 && !bankHolidays(day.getUTCFullYear()).has(dayOf(day));
}

/** The regular bank holidays of England in a year, as YYYY-MM-DD (Banking and Financial Dealings Act 1971). */
export function bankHolidays(year: number): ReadonlySet<string> {
  const easter = easterSunday(year);
  const christmas = utc(year, 11, 25);
  const days = [
    nextWorking(utc(year, 0, 1)),
    plus(easter, -2),
    plus(easter, 1),
    mondayFrom(utc(year, 4, 1)),
    mondayFrom(utc(year, 4, 25)),
    mondayFrom(utc(year, 7, 25)),
    ...christmasDays(christmas),
  ];
  return new Set(days.map(dayOf));
}

/** Christmas and Boxing Day, or the next weekdays when they fall on a weekend. */
function christmasDays(christmas: Date): Date[] {
  const weekday = christmas.getUTCDay();
  if (weekday === 5) return [christmas, plus(christmas, 3)];
  if (weekday === 6) return [plus(christmas, 2), plus(christmas, 3)];
  if (weekday === 0) return [plus(christmas, 1), plus(christmas, 2)];
  return [christmas, plus(christmas, 1)];
}

/** Gauss's rule in the form for the Gregorian calendar (Meeus, Jones and Butcher). */
function easterSunday(year: number): Date {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return utc(year, Math.floor(n / 31) - 1, (n % 31) + 1);
}

function nextWorking(day: Date): Date {
  const weekday = day.getUTCDay();
  return weekday === 6 ? plus(day, 2) : weekday === 0 ? plus(day, 1) : day;
}

/** The first Monday on or after the day. */
const mondayFrom = (day: Date): Date => plus(day, (8 - day.getUTCDay()) % 7);

const utc = (year: number, month: number, day: number) => new Date(Date.UTC(year, month, day));
const plus = (day: Date, days: number) => new Date(day.getTime() + days * DAY_MS);
const dayOf = (day: Date) => day.toISOString().slice(0, 10);
