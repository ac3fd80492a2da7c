import { expect, it } from 'vitest';
import { testKeys } from '../testing/test-keys.js';
import { BlindIndex } from './blind-index.js';
import { type EmailKey, normaliseEmail } from './email-key.js';

const index = new BlindIndex(testKeys({ blindIndexKey: Buffer.alloc(32, 1) }));

function emailKey(typed: string): EmailKey {
  const result = normaliseEmail(typed);
  if (!result.ok) throw new Error(result.reason);
  return result.key;
}

it('gives one address one index, however it is typed', () => {
  const digest = index.email(emailKey('ana@example.org'));
  expect(digest).toMatch(/^[0-9a-f]{32}$/);
  expect(index.email(emailKey(' ANA@Example.org'))).toBe(digest);
  expect(index.email(emailKey('ben@example.org'))).not.toBe(digest);
});

it('depends on the key', () => {
  const other = new BlindIndex(testKeys({ blindIndexKey: Buffer.alloc(32, 2) }));
  expect(other.phone('+447700900123')).not.toBe(index.phone('+447700900123'));
});

it('keeps e-mail and phone apart', () => {
  expect(index.phone('+447700900123')).not.toBe(index.email('+447700900123' as EmailKey));
});

it.each(['07700900123', '+44 7700 900123', '+0447700900123', ''])(
  'refuses %j, which is not E.164',
  (number) => {
    expect(() => index.phone(number)).toThrow('E.164');
  },
);
