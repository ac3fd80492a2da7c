import { expect, it } from 'vitest';
import { TestClock } from '../testing/test-clock.js';
import { councilDay } from './council-day.js';

it.each([
  ['half past midnight in summer', '2026-07-14T23:30:00.000Z', '2026-07-15'],
  ['half an hour before midnight in winter', '2026-01-14T23:30:00.000Z', '2026-01-14'],
  ['the last second before a summer midnight', '2026-07-14T22:59:59.999Z', '2026-07-14'],
  ['the evening before the clocks go forward', '2026-03-28T23:30:00.000Z', '2026-03-28'],
  ['the evening of the day on which they went forward', '2026-03-29T22:59:59.999Z', '2026-03-29'],
  ['the midnight after it, in summer time', '2026-03-29T23:00:00.000Z', '2026-03-30'],
  ['the midnight before the clocks go back', '2026-10-24T23:00:00.000Z', '2026-10-25'],
  ['the evening of the day on which they went back', '2026-10-25T23:30:00.000Z', '2026-10-25'],
  ['the midnight after it, in winter time', '2026-10-26T00:00:00.000Z', '2026-10-26'],
  ['a year’s end', '2026-12-31T23:59:59.999Z', '2026-12-31'],
])('knows the council’s day at %s', (_, instant, day) => {
  expect(councilDay(new Date(instant))).toBe(day);
  expect(new TestClock(instant).today()).toBe(day);
});
