import { argon2Sync, createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { testKeys } from '../testing/test-keys.js';
import { PasswordGate, TooBusy } from './password-gate.js';
import { PasswordHash } from './password-hash.js';
import { Randomness } from './randomness.js';

const cheap = { memory: 64, passes: 1, parallelism: 1 };
const keys = testKeys();

function passwords(cost = cheap, gate = new PasswordGate(), pepper = keys): PasswordHash {
  return new PasswordHash(pepper, gate, new Randomness(), cost);
}

describe('PasswordHash', () => {
  it('verifies the password and no other', async () => {
    const stored = await passwords().hash('three random words');
    expect(await passwords().verify('three random words', stored)).toBe(true);
    expect(await passwords().verify('three random wordz', stored)).toBe(false);
    expect(await passwords().verify('', stored)).toBe(false);
  });

  it('stores argon2id at 64 MiB, three passes, one lane and a 16-byte salt unless told otherwise', async () => {
    const production = new PasswordHash(keys, new PasswordGate(), new Randomness());
    const stored = await production.hash('three random words');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await production.verify('three random words', stored)).toBe(true);
  });

  it('is argon2id over the HMAC under the pepper', async () => {
    const stored = await passwords().hash('pass');
    const [salt, hash] = stored.split('$').slice(-2) as [string, string];
    const message = createHmac('sha256', keys.pepper).update('pass').digest();
    const nonce = Buffer.from(salt, 'base64');
    const expected = argon2Sync('argon2id', { message, nonce, tagLength: 32, ...cheap });
    expect(Buffer.from(hash, 'base64')).toEqual(expected);
    expect(await passwords(cheap, undefined, testKeys()).verify('pass', stored)).toBe(false);
  });

  it('salts each hash', async () => {
    expect(await passwords().hash('same')).not.toBe(await passwords().hash('same'));
  });

  it('takes both spellings of an accent for the same password', async () => {
    const stored = await passwords().hash('Zoe\u0308 and friends');
    expect(await passwords().verify('Zo\u00eb and friends', stored)).toBe(true);
  });

  it('does the same work for an unknown user', async () => {
    const gate = new PasswordGate();
    const run = vi.spyOn(gate, 'run');
    expect(await passwords(cheap, gate).verify('anything', null)).toBe(false);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('verifies at the old cost and asks for a new hash when the cost has changed', async () => {
    const stored = await passwords().hash('pass');
    const dearer = passwords({ ...cheap, passes: 2 });
    expect(await dearer.verify('pass', stored)).toBe(true);
    expect(dearer.needsRehash(stored)).toBe(true);
    expect(passwords().needsRehash(stored)).toBe(false);
  });

  it.each(['', 'pass', '$argon2i$v=19$m=64,t=1,p=1$AAAA$AAAA', '$argon2id$v=19$m=64,t=1,p=1$$'])(
    'throws on the stored hash %j instead of letting it pass',
    async (stored) => {
      await expect(passwords().verify('pass', stored)).rejects.toThrow('not readable');
      expect(() => passwords().needsRehash(stored)).toThrow('not readable');
    },
  );

  it('is turned away when too many wait', async () => {
    const hashing = passwords(cheap, new PasswordGate(1, 1));
    const outcomes = await Promise.allSettled([
      hashing.hash('a'),
      hashing.hash('b'),
      hashing.verify('c', null),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(outcomes[2]).toMatchObject({ reason: expect.any(TooBusy) });
  });
});
