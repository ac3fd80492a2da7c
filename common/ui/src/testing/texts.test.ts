import { expect, test } from 'vitest';
import { longSentences, missingTexts } from './texts';

test('a sentence is too long from its 26th word on', () => {
  const words = (count: number) => `${Array.from({ length: count }, () => 'word').join(' ')}.`;
  expect(longSentences({ page: { text: `Short. ${words(25)}`, list: [words(26)] } })).toEqual([words(26)]);
});

test.each([
  ["t('page.title')", []],
  ["t('page.lost')", ['page.lost']],
  ["t(isOpen ? 'page.lost' : 'page.title')", ['page.lost']],
  ["t(isOpen ? 'page.title' : 'page.lost')", ['page.lost']],
  ['t(`page.states.${state}`)', []],
  ['t(`page.lost.${state}.title`)', ['page.lost.']],
  ["tm('page.states')", []],
  ["input('page.lost')", []],
])('of %s there is missing %o', (source, missing) => {
  expect(missingTexts([source], { page: { title: 'Title', states: { open: 'Open' } } })).toEqual(missing);
});
