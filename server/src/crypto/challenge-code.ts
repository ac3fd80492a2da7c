import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from './keys.js';

/** A code typed for a challenge: which one, what for, and the six digits. */
export interface TypedChallenge {
  id: string;
  purpose: string;
  code: string;
}

const dummyMac = '0'.repeat(64);

/** The six digits of a typed code, spaces and hyphens dropped; null for anything else (security-rules 4). */
export function parseChallengeCode(typed: unknown): string | null {
  if (typeof typed !== 'string' || typed.length > 64) return null;
  const code = typed.replace(/[\s-]/g, '');
  return /^[0-9]{6}$/.test(code) ? code : null;
}

/** Keeps the MAC of a code in place of the code: HMAC-SHA-256 under the pepper, which the database does not hold. */
export class ChallengeCodes {
  constructor(private readonly keys: Keys) {}

  /** 64 hex digits for a `keyColumn(64)`, bound to the challenge and its purpose. */
  mac({ id, purpose, code }: TypedChallenge): string {
    const text = `${id}|${purpose}|${code}`;
    return createHmac('sha256', this.keys.pepper).update(text, 'utf8').digest('hex');
  }

  /** Whether the code is the one behind the MAC. Null (no such challenge) does the same work and is false. */
  matches(typed: TypedChallenge, storedMac: string | null): boolean {
    const expected = Buffer.from(storedMac ?? dummyMac, 'utf8');
    const actual = Buffer.from(this.mac(typed), 'utf8');
    const isEqual = expected.length === actual.length && timingSafeEqual(expected, actual);
    return isEqual && storedMac !== null;
  }
}
