import { longSentences, missingTexts } from '@cso/ui/testing';
import { expect, it } from 'vitest';
import { createAppI18n } from '@cso/ui';
import { helpSections } from '../features/help/sections';
import { guideTexts } from '../features/start/guide-texts';
import { portalTexts } from './messages';

it('no sentence of the portal has more than 25 words', () => {
  expect(longSentences({ portalTexts, helpSections, guideTexts })).toEqual([]);
});

it('every text that the portal asks for is there', () => {
  const sources = import.meta.glob<string>(['../**/*.vue', '../**/*.ts', '!../**/*.test.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const { messages } = createAppI18n(portalTexts).global;
  expect(missingTexts(Object.values(sources), messages.value['en-GB'])).toEqual([]);
});
