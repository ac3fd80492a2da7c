import { createHash } from 'node:crypto';
import type { Randomness } from './randomness.js';

/** A secret for a link or a cookie: 32 random bytes as 43 url-safe characters (security-rules 5.2). */
export function newToken(randomness: Randomness): string {
  return randomness.bytes(32).toString('base64url');
}

/**
 * What is stored of a token, to look it up by: its SHA-256 as 64 hex digits. A plain hash is enough for 256 random bits;
 * never use it for codes or passwords.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
