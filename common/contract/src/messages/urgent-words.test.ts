import { expect, it } from 'vitest';
import { plainWords } from './plain-words.js';
import { isUrgentText, urgentWords } from './urgent-words.js';

it('reads words without case, accents, hyphens, marks and possessives', () => {
  expect(plainWords("  Zoë’s  O'Brien-Shah,\n(NEW) ")).toBe('zoe obrien shah new');
  expect(plainWords("O'Shea's ‘own’")).toBe('oshea own');
  expect(plainWords(' … ')).toBe('');
});

it.each(urgentWords)('finds “%s” within a text', (word) => {
  expect(isUrgentText(`Leo: ${word.toUpperCase()}, please ring.`)).toBe(true);
});

it.each([
  'We went to A & E last night',
  'He talked of self harm',
  'She is cutting herself and says she wants to die',
  'She took a lot of tablets',
  'He stopped breathing for a moment',
  'She has gone\nmissing',
  'The POLICE came',
  '“Urgent”',
])('takes “%s” for urgent, however it is spelt', (text) => {
  expect(isUrgentText(text)).toBe(true);
});

it.each([
  '',
  'Leo dismissing his homework',
  'A hospitality course',
  'The policeman’s tale was read at bedtime',
  'His hospital appointment is on the 9th',
  'We have a lovely week behind us',
])('does not take “%s” for urgent', (text) => {
  expect(isUrgentText(text)).toBe(false);
});
