import type { OfficeHours } from '@cso/contract';

const WEEKEND = ['Sat', 'Sun'];

const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Whether somebody of the team may be expected to read. */
export function isOfficeOpen({ opens, closes, holidays }: OfficeHours, now = new Date()): boolean {
  const part = Object.fromEntries(inLondon.formatToParts(now).map(({ type, value }) => [type, value]));
  const [day, time] = [
    `${part['year']}-${part['month']}-${part['day']}`,
    `${part['hour']}:${part['minute']}`,
  ];
  if (WEEKEND.includes(part['weekday'] ?? '') || holidays.includes(day)) return false;
  return time >= opens && time < closes;
}
