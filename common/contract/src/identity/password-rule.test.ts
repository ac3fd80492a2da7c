import { describe, expect, it } from 'vitest';
import { PASSWORD_SYMBOLS, checkPasswordShape } from './password-rule.js';

const MAX = 128;
const check = (password: string) => checkPasswordShape(password, MAX);

describe('5.4 the shape of a password', () => {
  it('needs 8 characters, counted as people see them', () => {
    expect(check('Ab1defg')).toBe('PASSWORD_TOO_SHORT');
    expect(check('Ab1defgh')).toBeNull();
    expect(check('Ab1😀😀😀😀')).toBe('PASSWORD_TOO_SHORT');
  });

  it('takes up to the longest, and no more', () => {
    expect(check('a'.repeat(MAX))).toBeNull();
    expect(check('a'.repeat(MAX + 1))).toBe('PASSWORD_TOO_LONG');
  });

  it('below 16 characters needs three of the four kinds', () => {
    expect(check('abcdefgh1')).toBe('PASSWORD_TOO_SIMPLE');
    expect(check('Abcdefgh1')).toBeNull();
    expect(check('abcdefg#1')).toBeNull();
  });

  it('from 16 characters asks for nothing more', () => {
    expect(check('abcdefghijklmno')).toBe('PASSWORD_TOO_SIMPLE');
    expect(check('abcdefghijklmnop')).toBeNull();
  });

  it.each([...PASSWORD_SYMBOLS])('counts %s as a symbol, as the carer guide lists it', (symbol) => {
    expect(check(`abcdefg${symbol}1`)).toBeNull();
  });

  it.each(['!', '<', '>', ' ', '£'])(
    'allows %s, which the guide does not list, but counts it for nothing',
    (sign) => {
      expect(check(`abcdefg${sign}1`)).toBe('PASSWORD_TOO_SIMPLE');
      expect(check(`Abcdefg${sign}1`)).toBeNull();
    },
  );

  it('measures the password as it is hashed: after normalising', () => {
    expect(check('Ab1defg\uFB01')).toBeNull();
  });
});
