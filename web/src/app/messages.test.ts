import { longSentences, missingTexts } from '@cso/ui/testing';
import { expect, it } from 'vitest';
import { createAppI18n } from '@cso/ui';
import { helpSections } from '../features/help/sections';
import { guideTexts } from '../features/start/guide-texts';
import { writingTexts } from '../features/messages/routes';
import { portalTexts } from './messages';

const allTexts = { ...portalTexts, ...(await writingTexts()) };

it('no sentence of the portal has more than 25 words', () => {
  expect(longSentences({ allTexts, helpSections, guideTexts })).toEqual([]);
});

it('every text that the portal asks for is there', () => {
  const sources = import.meta.glob<string>(['../**/*.vue', '../**/*.ts', '!../**/*.test.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const { messages } = createAppI18n(allTexts).global;
  expect(missingTexts(Object.values(sources), messages.value['en-GB'])).toEqual([]);
});
