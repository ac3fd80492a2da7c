import { expect, it } from 'vitest';
import { TestRandomness } from '../testing/test-randomness.js';
import { Randomness } from './randomness.js';

it('gives as many bytes as asked, different each time', () => {
  const randomness = new Randomness();
  expect(randomness.bytes(32)).toHaveLength(32);
  expect(randomness.bytes(32)).not.toEqual(randomness.bytes(32));
});

it('throws away the bytes that would favour the first characters', () => {
  // 256 is 25 tens and 6: the bytes 250 to 255 must not become the digits 0 to 5.
  const randomness = new TestRandomness(new Uint8Array([250, 255, 249, 7, 251, 12]));
  expect(randomness.digits(3)).toBe('972');
});

it('draws every character about equally often', () => {
  const drawn = new Randomness().characters('abcdefghijklmnopqrstuvwxyzABCD', 60_000);
  const counts = Object.values(Object.groupBy([...drawn], (character) => character)).map(
    (all) => all!.length,
  );
  expect(counts).toHaveLength(30);
  // 2,000 expected; six standard deviations are 264.
  expect(Math.min(...counts)).toBeGreaterThan(1736);
  expect(Math.max(...counts)).toBeLessThan(2264);
});
