import { expect, it } from 'vitest';
import { namedWorker } from './named-worker.js';

const olivia = { firstName: 'Olivia', lastName: 'Hart' };
const maryJane = { firstName: 'Mary-Jane', lastName: 'O’Brien' };
const zoe = { firstName: 'Zoë', lastName: 'Åkerström-Shah' };
const workers = [olivia, maryJane, zoe];

it.each([
  ['For Olivia Hart', olivia],
  ['OLIVIA HART: school', olivia],
  ['Hart, Olivia', olivia],
  ["Olivia Hart's visit", olivia],
  ['Olivia, about the Hart of it', olivia],
  ['mary jane obrien', maryJane],
  ['Maryjane O’Brien please', maryJane],
  ["Mary-Jane O'Brien", maryJane],
  ['zoe akerstrom shah', zoe],
  ['Zoë Akerstromshah', zoe],
])('5.14 finds the worker whom “%s” names', (subject, worker) => {
  expect(namedWorker(subject, workers)).toBe(worker);
});

it.each([
  '',
  'School',
  'Olivia',
  'Ms Hart',
  'Olivia Harte',
  'Polivia Hart',
  'Olivia Hartley',
  'Mary O’Brien',
])('5.14 finds nobody in “%s”', (subject) => {
  expect(namedWorker(subject, workers)).toBeNull();
});

it('5.14 finds nobody when two are named, or two have the name', () => {
  expect(namedWorker('Olivia Hart and Mary-Jane O’Brien', workers)).toBeNull();
  expect(namedWorker('Olivia Hart', [olivia, { ...olivia }])).toBeNull();
});
