import { describe, expect, it } from 'vitest';
import { testKeys } from '../testing/test-keys.js';
import { ChallengeCodes, parseChallengeCode } from './challenge-code.js';

describe('parseChallengeCode', () => {
  it.each([
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['123-456', '123456'],
    ['000000', '000000'],
  ])('reads %j', (typed, code) => {
    expect(parseChallengeCode(typed)).toBe(code);
  });

  it.each([
    ['12345'],
    ['1234567'],
    ['12345x'],
    ['+12345'],
    ['123.456'],
    ['１２３４５６'],
    [''],
    [123456],
    [['123456']],
    [{ code: '123456' }],
    [null],
    [undefined],
    [`${' '.repeat(100_000)}123456`],
  ])('refuses %j', (typed) => {
    expect(parseChallengeCode(typed)).toBeNull();
  });
});

describe('ChallengeCodes', () => {
  const keys = testKeys();
  const codes = new ChallengeCodes(keys);
  const challenge = { id: 'c1', purpose: 'signin', code: '123456' };
  const mac = codes.mac(challenge);

  it('matches the code it made the MAC for', () => {
    expect(mac).toMatch(/^[0-9a-f]{64}$/);
    expect(codes.matches(challenge, mac)).toBe(true);
  });

  it.each([
    ['another code', { ...challenge, code: '123457' }],
    ['another challenge', { ...challenge, id: 'c2' }],
    ['another purpose', { ...challenge, purpose: 'reset' }],
  ])('does not match %s', (_what, typed) => {
    expect(codes.matches(typed, mac)).toBe(false);
  });

  it('does not match without a challenge, not even the dummy', () => {
    expect(codes.matches(challenge, null)).toBe(false);
    expect(codes.matches(challenge, '')).toBe(false);
  });

  it('depends on the pepper', () => {
    expect(new ChallengeCodes(testKeys()).matches(challenge, mac)).toBe(false);
  });
});
