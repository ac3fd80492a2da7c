import { describe, expect, test } from 'vitest';
import {
  dayInLondon,
  formatClock,
  formatDate,
  formatDateTime,
  formatDay,
  formatDayAndTime,
  formatDuration,
  formatRecent,
  formatShortDate,
  formatTime,
} from './formats';

describe('dates are written as on GOV.UK, in London time', () => {
  test('in winter', () => {
    expect(formatDateTime('2026-03-27T09:32:00.000Z')).toBe('27 March 2026 at 9:32am');
  });
  test('in summer, where the day may differ from UTC', () => {
    expect(formatDateTime('2026-06-30T23:05:00.000Z')).toBe('1 July 2026 at 12:05am');
  });
  test('without the time', () => {
    expect(formatDate('2026-03-27')).toBe('27 March 2026');
    expect(formatShortDate('2026-09-03')).toBe('3 Sep 2026');
  });
  test.each([
    ['2026-01-05T12:00:00Z', 'midday'],
    ['2026-01-05T00:00:00Z', 'midnight'],
    ['2026-01-05T12:30:00Z', '12:30pm'],
    ['2026-01-05T17:00:00Z', '5:00pm'],
  ])('the time of %s is %s', (iso, text) => expect(formatTime(iso)).toBe(text));
});

describe('dates are written as people say them', () => {
  const now = new Date('2026-06-30T23:30:00.000Z');

  test.each([
    ['2026-06-30T23:05:00.000Z', 'Today at 12:05am'],
    ['2026-06-30T22:55:00.000Z', 'Yesterday at 11:55pm'],
    ['2026-06-29T12:00:00.000Z', '29 June'],
    ['2025-03-27T09:32:00.000Z', '27 March 2025'],
    ['2026-07-02T09:32:00.000Z', '2 July'],
  ])('%s is %s', (iso, text) => expect(formatRecent(iso, now)).toBe(text));

  test('with the time where it matters', () => {
    expect(formatDayAndTime('2026-03-27T09:32:00.000Z', now)).toBe('27 March at 9:32am');
    expect(formatDay('2025-03-27', now)).toBe('27 March 2025');
    expect(formatClock('2026-06-30T13:02:00.000Z')).toBe('14:02');
  });

  test('by the day in London', () => {
    expect(dayInLondon(now)).toBe('2026-07-01');
  });
});

test.each([
  [300_000, '5:00'],
  [61_001, '1:02'],
  [9_000, '0:09'],
  [-1, '0:00'],
])('%i ms is %s', (ms, text) => expect(formatDuration(ms)).toBe(text));
