import { expect, test, vi } from 'vitest';
import { longSentences, missingTexts } from '../testing';
import { createAppI18n } from './app-i18n';
import { enGB } from './en-GB';

test('the app has its own texts and the shared ones', () => {
  const { t } = createAppI18n({ signIn: { title: 'Sign in' } }).global;
  expect(t('signIn.title')).toBe('Sign in');
  expect(t('ui.back')).toBe('Back');
});

test('the app can change a shared text and keeps the others', () => {
  const { t } = createAppI18n({ ui: { errors: { network: 'No answer.' } } }).global;
  expect(t('ui.errors.network')).toBe('No answer.');
  expect(t('ui.errors.NOT_FOUND')).toBe('We could not find what you asked for.');
});

test('messages are filled in without making code from text, which a strict security policy forbids', () => {
  const makeCode = vi.spyOn(globalThis, 'Function').mockImplementation(() => {
    throw new EvalError('unsafe-eval is not allowed');
  });
  const { t } = createAppI18n({
    greeting: 'Hello {name}, you have {count} message | Hello {name}, you have {count} messages',
  }).global;
  expect(t('greeting', { name: 'Ann', count: 2 }, 2)).toBe('Hello Ann, you have 2 messages');
  makeCode.mockRestore();
});

test('no shared sentence has more than 25 words', () => {
  expect(longSentences(enGB)).toEqual([]);
});

test('every shared text that a component asks for is there', () => {
  const sources = import.meta.glob<string>(['../**/*.vue', '../**/*.ts', '!../**/*.test.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  expect(missingTexts(Object.values(sources), enGB)).toEqual([]);
});
