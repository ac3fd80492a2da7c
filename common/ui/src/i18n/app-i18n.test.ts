import { expect, test, vi } from 'vitest';
import { createAppI18n } from './app-i18n';
import { enGB } from './en-GB';

function sentences(tree: object): string[] {
  return Object.values(tree).flatMap((text) =>
    typeof text === 'string' ? text.split(/(?<=[.?!])\s| \| /) : sentences(text),
  );
}

test('the app has its own texts and the shared ones', () => {
  const { t } = createAppI18n({ signIn: { title: 'Sign in' } }).global;
  expect(t('signIn.title')).toBe('Sign in');
  expect(t('ui.back')).toBe('Back');
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
  expect(sentences(enGB).filter((sentence) => sentence.split(/\s+/).length > 25)).toEqual([]);
});
