import { describe, expect, it } from 'vitest';
import { hasUrgentWords } from './urgent-words.js';

describe('8.5 urgent words', () => {
  it.each([
    'Sam is MISSING.',
    'We are at the hospital now',
    'the police came',
    'She has hurt herself',
    'self-harm',
    'He ran  away, again',
    'we went to A&E',
  ])('finds one in %j', (text) => {
    expect(hasUrgentWords(text)).toBe(true);
  });

  it.each(['', 'We had a lovely day', 'a policeman’s skills', 'The hurtling train'])(
    'finds none in %j',
    (text) => {
      expect(hasUrgentWords(text)).toBe(false);
    },
  );
});
