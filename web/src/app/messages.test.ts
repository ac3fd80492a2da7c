import { longSentences, missingTexts } from '@cso/ui/testing';
import { expect, it } from 'vitest';
import { createAppI18n } from '@cso/ui';
import { helpSections } from '../features/help/sections';
import { guideTexts } from '../features/start/guide-texts';
import { invitationTexts } from '../features/invitations/routes';
import { writingTexts } from '../features/messages/routes';
import { myDetailsTexts } from '../features/my-details/routes';
import { staffTexts } from '../features/staff/routes';
import { portalTexts } from './messages';

const late = await Promise.all([writingTexts(), myDetailsTexts(), invitationTexts(), staffTexts()]);
const allTexts = Object.assign({}, portalTexts, ...late);

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
