import { describe, expect, it } from 'vitest';
import { checkDay, checkDays } from './check-days';

const typed = (text: string) => {
  const [day = '', month = '', year = ''] = text.split(' ');
  return { day, month, year };
};
const TODAY = '2026-03-27';

describe('a day of a recording', () => {
  it.each([
    ['', 'REQUIRED'],
    ['31 2 2026', 'INVALID_DATE'],
    ['27 3', 'INVALID_DATE'],
    ['28 3 2026', 'DATE_IN_FUTURE'],
    ['27 3 2026', undefined],
  ])('%j is %s', (text, code) => {
    expect(checkDay(typed(text), TODAY)).toBe(code);
  });
});

describe('the days of a recording', () => {
  it.each([
    ['20 3 2025', '20 3 2025', undefined],
    ['20 3 2025', '26 3 2025', undefined],
    ['20 3 2025', '27 3 2025', 'TOO_MANY_DAYS'],
    ['20 3 2025', '19 3 2025', 'BEFORE_FIRST_DAY'],
    // The clocks go forward on 30 March: a day of 23 hours is a day.
    ['28 3 2025', '3 4 2025', undefined],
    ['28 3 2025', '4 4 2025', 'TOO_MANY_DAYS'],
  ])('from %s to %s: %s', (from, to, code) => {
    expect(checkDays(typed(from), typed(to))).toEqual({ coversFrom: undefined, coversTo: code });
  });
});
