import { expect, it } from 'vitest';
import { TestClock } from '../testing/test-clock.js';
import { TestRandomness } from '../testing/test-randomness.js';
import { Identifiers } from './identifiers.js';
import { Randomness } from './randomness.js';

it('matches the example of RFC 9562', () => {
  const random = Buffer.from('000000000000fcc318c4dc0c0c07398f', 'hex');
  const clock = new TestClock('2022-02-22T19:22:22.000Z');
  const identifiers = new Identifiers(clock, new TestRandomness(random));
  expect(identifiers.next()).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

it('sorts by time and never repeats', () => {
  const clock = new TestClock();
  const identifiers = new Identifiers(clock, new Randomness());
  const ids = Array.from({ length: 1000 }, () => {
    clock.advance(1);
    return identifiers.next();
  });
  expect(ids).toEqual([...ids].sort());
  const sameInstant = new Set(Array.from({ length: 1000 }, () => identifiers.next()));
  expect(sameInstant.size).toBe(1000);
});
