import { expect, it } from 'vitest';
import { isOfficeOpen } from './office-hours';

const hours = { opens: '09:00', closes: '17:00', holidays: ['2026-04-03'] };

it.each([
  ['2026-03-27T09:00:00.000Z', true],
  ['2026-03-27T08:59:00.000Z', false],
  ['2026-03-27T16:59:00.000Z', true],
  ['2026-03-27T17:00:00.000Z', false],
  ['2026-03-28T12:00:00.000Z', false],
  ['2026-04-03T12:00:00.000Z', false],
  ['2026-06-29T08:00:00.000Z', true],
])('at %s the office is open: %s', (iso, isOpen) => {
  expect(isOfficeOpen(hours, new Date(iso))).toBe(isOpen);
});
