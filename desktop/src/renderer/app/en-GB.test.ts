import { createAppI18n } from '@cso/ui';
import { longSentences, missingTexts } from '@cso/ui/testing';
import { expect, it } from 'vitest';
import { enGB } from './en-GB';

it('every text that the app asks for is there', () => {
  const sources = import.meta.glob<string>(['../**/*.vue', '../**/*.ts', '!../**/*.test.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const { messages } = createAppI18n(enGB).global;
  expect(missingTexts(Object.values(sources), messages.value['en-GB'])).toEqual([]);
});

it('no sentence of the app has more than 25 words', () => {
  expect(longSentences(enGB)).toEqual([]);
});
