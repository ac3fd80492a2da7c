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

/** 'm:ss' of a length in milliseconds, rounded up to a whole second; never below '0:00'. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
