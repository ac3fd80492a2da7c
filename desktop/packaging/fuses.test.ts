import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { findWrongFuses, readFuses } from './fuses.mjs';

const { electronFuses } = createRequire(import.meta.url)('../electron-builder.config.cjs');

const binary = (wire: string) =>
  Buffer.concat([
    Buffer.from('\x7fELF …dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, wire.length]),
    Buffer.from(`${wire} … more of the program`),
  ]);

describe('the fuses of a packed binary', () => {
  it('are as the configuration states them', () => {
    expect(findWrongFuses(binary('01001100'), electronFuses)).toEqual([]);
    expect(findWrongFuses(binary('010011001'), electronFuses)).toEqual([]);
  });

  it('are named when they differ', () => {
    expect(findWrongFuses(binary('11001101'), electronFuses)).toEqual([
      'runAsNode',
      'grantFileProtocolExtraPrivileges',
    ]);
  });

  it('may not be more than we state, nor missing', () => {
    expect(() => readFuses(binary('0100110010'))).toThrow(/does not state/);
    expect(() => readFuses(Buffer.from('another program'))).toThrow(/no fuses/);
  });
});
