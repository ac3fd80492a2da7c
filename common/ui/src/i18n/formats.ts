const LONDON = 'Europe/London';

const longDate = new Intl.DateTimeFormat('en-GB', {
  timeZone: LONDON,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const shortDate = new Intl.DateTimeFormat('en-GB', {
  timeZone: LONDON,
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const dayAndMonth = new Intl.DateTimeFormat('en-GB', { timeZone: LONDON, day: 'numeric', month: 'long' });
const clock24 = new Intl.DateTimeFormat('en-GB', { timeZone: LONDON, timeStyle: 'short' });
// Swedish writes dates as ISO 8601 does.
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: LONDON });
const relativeDay = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });
const clockTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: LONDON,
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});

function partOf(format: Intl.DateTimeFormat, date: Date, type: Intl.DateTimeFormatPartTypes): string {
  return format.formatToParts(date).find((part) => part.type === type)?.value ?? '';
}

/** '27 March 2026' in London, from an ISO date or date and time. */
export function formatDate(iso: string): string {
  return longDate.format(new Date(iso));
}

/** '27 Mar 2026' in London, for lists. */
export function formatShortDate(iso: string): string {
  const date = new Date(iso);
  // en-GB writes 'Sept'; GOV.UK style has three letters for every month.
  const month = partOf(shortDate, date, 'month').slice(0, 3);
  return `${partOf(shortDate, date, 'day')} ${month} ${partOf(shortDate, date, 'year')}`;
}

/** '9:32am' in London; 'midday' and 'midnight' as GOV.UK style asks. */
export function formatTime(iso: string): string {
  const date = new Date(iso);
  const hour = partOf(clockTime, date, 'hour');
  const minute = partOf(clockTime, date, 'minute');
  const half = partOf(clockTime, date, 'dayPeriod').toLowerCase();
  if (minute === '00' && (hour === '12' || hour === '0')) return half === 'pm' ? 'midday' : 'midnight';
  // ICU versions differ on whether the hour after midnight is 0 or 12.
  return `${hour === '0' ? '12' : hour}:${minute}${half}`;
}

/** '27 March 2026 at 9:32am' in London. */
export function formatDateTime(iso: string): string {
  return `${formatDate(iso)} at ${formatTime(iso)}`;
}

/** '14:32' in London, for what has just been saved. */
export function formatClock(iso: string): string {
  return clock24.format(new Date(iso));
}

/** The day in London as '2026-03-27', of a moment or of now. */
export function dayInLondon(moment = new Date()): string {
  return isoDay.format(moment);
}

/** '27 March'; with the year when it is another than this one. */
export function formatDay(iso: string, now = new Date()): string {
  const date = new Date(iso);
  const isThisYear = dayInLondon(date).slice(0, 4) === dayInLondon(now).slice(0, 4);
  return (isThisYear ? dayAndMonth : longDate).format(date);
}

/** '27 March at 9:32am'; with the year when it is another than this one. */
export function formatDayAndTime(iso: string, now = new Date()): string {
  return `${formatDay(iso, now)} at ${formatTime(iso)}`;
}

const DAY_MS = 86_400_000;

/** 'Today', 'Yesterday', or the day as `formatDay` writes it. */
export function formatRecentDay(iso: string, now = new Date()): string {
  const days = [new Date(iso), now].map((moment) => Date.parse(dayInLondon(moment)) / DAY_MS);
  const ago = (days[1] ?? 0) - (days[0] ?? 0);
  if (ago !== 0 && ago !== 1) return formatDay(iso, now);
  const word = relativeDay.format(-ago, 'day');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** As people say when: 'Today at 9:32am', 'Yesterday at 9:32am', '27 March', '27 March 2025'. */
export function formatRecent(iso: string, now = new Date()): string {
  const day = formatRecentDay(iso, now);
  return day === formatDay(iso, now) ? day : `${day} at ${formatTime(iso)}`;
}

/** 'm:ss' of a length in milliseconds, rounded up to a whole second; never below '0:00'. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
