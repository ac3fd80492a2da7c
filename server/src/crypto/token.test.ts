import { expect, it } from 'vitest';
import { TestRandomness } from '../testing/test-randomness.js';
import { Randomness } from './randomness.js';
import { hashToken, newToken } from './token.js';

it('makes 43 url-safe characters out of 32 random bytes', () => {
  expect(newToken(new Randomness())).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(newToken(new TestRandomness(Buffer.alloc(32, 0xff)))).toBe(`${'_'.repeat(42)}8`);
});

it('stores the SHA-256 of a token', () => {
  expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
