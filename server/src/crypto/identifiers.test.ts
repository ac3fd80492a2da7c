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

it('puts an id after an earlier one, also within one millisecond and when a clock is behind', () => {
  const clock = new TestClock();
  const identifiers = new Identifiers(clock, new Randomness());
  const ids = [identifiers.next()];
  for (let index = 0; index < 200; index += 1) ids.push(identifiers.nextAfter(ids.at(-1)!));
  expect(ids).toEqual([...new Set(ids)].sort());
  clock.advance(60_000);
  const ahead = identifiers.next();
  clock.advance(-60_000);
  const next = identifiers.nextAfter(ahead);
  expect(next > ahead).toBe(true);
  expect(next).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
