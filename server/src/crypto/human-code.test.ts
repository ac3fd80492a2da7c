import { describe, expect, it } from 'vitest';
import { TestRandomness } from '../testing/test-randomness.js';
import {
  formatHumanCode,
  hashHumanCode,
  newHumanCode,
  parseHumanCode,
  verifyHumanCode,
} from './human-code.js';
import { Randomness } from './randomness.js';

const randomness = new Randomness();

describe('a human code', () => {
  it('has 8 symbols out of the 30 that cannot be confused', () => {
    const codes = Array.from({ length: 2000 }, () => newHumanCode(randomness));
    expect(codes.every((code) => code.length === 8)).toBe(true);
    const symbols = [...new Set(codes.join(''))].sort().join('');
    expect(symbols).toBe('23456789ABCDEFGHJKMNPQRSTVWXYZ');
    expect(new Set(codes).size).toBe(2000);
  });

  it('does not favour the first symbols', () => {
    const skewed = new TestRandomness(new Uint8Array([240, 255, 0, 29, 30, 239, 1, 2, 3, 4]));
    expect(newHumanCode(skewed).slice(0, 4)).toBe('2Z2Z');
  });

  it('is read in two groups of four', () => {
    expect(formatHumanCode('23AB45CD')).toBe('23AB-45CD');
  });
});

describe('parseHumanCode', () => {
  it.each(['23AB-45CD', '23ab45cd', ' 23 ab 45 cd ', '23AB–45CD', '2-3-A-B-4-5-C-D'])('reads %j', (typed) => {
    expect(parseHumanCode(typed)).toBe('23AB45CD');
  });

  it.each([
    ['a letter O', '23AB-45CO'],
    ['a zero', '23AB-45C0'],
    ['a letter I', '23AB-45CI'],
    ['a one', '23AB-45C1'],
    ['a letter L', '23AB-45CL'],
    ['a letter U', '23AB-45CU'],
    ['one symbol too few', '23AB-45C'],
    ['one symbol too many', '23AB-45CDE'],
    ['nothing', ''],
    ['a number', 23456789],
    ['a list', ['23AB45CD']],
    ['null', null],
    ['full-width letters', '２３ＡＢ４５ＣＤ'],
  ])('refuses %s', (_what, typed) => {
    expect(parseHumanCode(typed)).toBeNull();
  });
});

describe('the hash of a human code', () => {
  it('verifies its code and no other', async () => {
    const stored = await hashHumanCode('23AB45CD', randomness);
    expect(await verifyHumanCode('23AB45CD', stored)).toBe(true);
    expect(await verifyHumanCode('23AB45CE', stored)).toBe(false);
  });

  it('is scrypt with N 2^14 and its own 16-byte salt', async () => {
    const [first, second] = [
      await hashHumanCode('23AB45CD', randomness),
      await hashHumanCode('23AB45CD', randomness),
    ];
    expect(first).toMatch(/^scrypt\$16384\$8\$1\$/);
    expect(first.length).toBeLessThanOrEqual(120);
    expect(Buffer.from(first.split('$')[4]!, 'base64')).toHaveLength(16);
    expect(first).not.toBe(second);
  });

  it.each(['', 'scrypt$1$8$1$AAAA$AAAA', '23AB45CD'])(
    'throws on %j instead of letting it pass',
    async (stored) => {
      await expect(verifyHumanCode('23AB45CD', stored)).rejects.toThrow('not readable');
    },
  );
});
