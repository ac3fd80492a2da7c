const OPENS = 9;
const CLOSES = 17;
const WEEKEND = ['Sat', 'Sun'];

const dayAndHour = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  hour: 'numeric',
  hourCycle: 'h23',
});

/** Whether somebody of the team may be expected to read: Monday to Friday, from 9am to 5pm in London. */
export function isOfficeOpen(now = new Date()): boolean {
  const parts = Object.fromEntries(dayAndHour.formatToParts(now).map(({ type, value }) => [type, value]));
  const hour = Number(parts['hour']);
  return !WEEKEND.includes(parts['weekday'] ?? '') && hour >= OPENS && hour < CLOSES;
}
