import { describe, expect, it } from 'vitest';
import { endOfChain, wouldLoop } from './cover-chain.js';

const cover = (workerId: string, coverId: string, endsOn = '2026-04-03') => ({ workerId, coverId, endsOn });

describe('the chain of covers', () => {
  it.each([
    ['nobody is away', 'a', [], null],
    ['another is away', 'a', [cover('b', 'c')], null],
    ['one reads for another', 'a', [cover('a', 'b')], 'b'],
    ['who reads is away too', 'a', [cover('a', 'b'), cover('b', 'c'), cover('c', 'd')], 'd'],
    ['a circle leads back', 'a', [cover('a', 'b'), cover('b', 'a')], 'a'],
    ['a circle further on leads back', 'a', [cover('a', 'b'), cover('b', 'c'), cover('c', 'b')], 'a'],
  ])('when %s', (_, workerId, covers, readerId) => {
    expect(endOfChain(workerId, covers)?.readerId ?? null).toBe(readerId);
  });

  it('ends with the worker’s own cover, whoever reads meanwhile', () => {
    const covers = [cover('a', 'b', '2026-04-03'), cover('b', 'c', '2026-04-10')];
    expect(endOfChain('a', covers)).toEqual({ readerId: 'c', endsOn: '2026-04-03' });
  });

  it.each([
    { to: 'itself', coverId: 'a', touching: [], loops: true },
    { to: 'a worker whom it covers', coverId: 'b', touching: [cover('b', 'a')], loops: true },
    { to: 'a chain back', coverId: 'b', touching: [cover('b', 'c'), cover('c', 'a')], loops: true },
    { to: 'a chain elsewhere', coverId: 'b', touching: [cover('b', 'c'), cover('d', 'a')], loops: false },
    { to: 'a worker who is there', coverId: 'b', touching: [], loops: false },
  ])('leads to $to: a loop is $loops', ({ coverId, touching, loops }) => {
    expect(wouldLoop({ workerId: 'a', coverId }, touching)).toBe(loops);
  });
});
