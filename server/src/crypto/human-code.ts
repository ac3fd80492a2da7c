import { scrypt, timingSafeEqual } from 'node:crypto';
import type { Randomness } from './randomness.js';

// The 8-character code that a carer reads to a worker, and recovery codes (security-rules 5.1 and 6).

/** 30 symbols that cannot be taken for one another: no O or 0, I, L or 1, U. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 8;
const cost = { N: 2 ** 14, r: 8, p: 1 };
const saltBytes = 16;
const hashBytes = 32;

/** A new code of 8 characters, 39 bits, without its hyphen. */
export function newHumanCode(randomness: Randomness): string {
  return randomness.characters(alphabet, codeLength);
}

/** The code as people read it: XXXX-XXXX. */
export function formatHumanCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * The code in what a person typed, whatever the case, spaces and hyphens. Null when it has another length or a symbol
 * outside the alphabet; O and 0, I and 1 are refused and never guessed at.
 */
export function parseHumanCode(typed: unknown): string | null {
  if (typeof typed !== 'string' || typed.length > 64) return null;
  const code = typed.replace(/[\s\u2010-\u2015-]/g, '').toUpperCase();
  const isCode = code.length === codeLength && [...code].every((symbol) => alphabet.includes(symbol));
  return isCode ? code : null;
}

/** scrypt of a parsed code with its own salt, at most 120 characters (security-rules 4; ASVS 6.5.2). */
export async function hashHumanCode(code: string, randomness: Randomness): Promise<string> {
  const salt = randomness.bytes(saltBytes);
  const hash = await derive(code, salt);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), hash.toString('base64')].join('$');
}

/** Whether a parsed code is the one behind the hash. Throws when `stored` is no such hash. */
export async function verifyHumanCode(code: string, stored: string): Promise<boolean> {
  const [, salt, hash] =
    /^scrypt\$16384\$8\$1\$([A-Za-z0-9+/]{22}==)\$([A-Za-z0-9+/]{43}=)$/.exec(stored) ?? [];
  if (!salt || !hash) throw new Error('The stored hash of a code is not readable');
  return timingSafeEqual(await derive(code, Buffer.from(salt, 'base64')), Buffer.from(hash, 'base64'));
}

function derive(code: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(code, salt, hashBytes, cost, (error, hash) => (error ? reject(error) : resolve(hash)));
  });
}
