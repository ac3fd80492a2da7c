import { createHmac } from 'node:crypto';
import type { EmailKey } from './email-key.js';
import type { Keys } from './keys.js';

/**
 * Finds encrypted e-mail addresses and phone numbers again without storing them: HMAC-SHA-256 under a key of its own,
 * cut to 128 bits, as 32 hex digits for a `keyColumn(32)` (security-rules 9.1).
 */
export class BlindIndex {
  constructor(private readonly keys: Keys) {}

  email(key: EmailKey): string {
    return this.digest(`email|${key}`);
  }

  /** `number` in E.164, as +447700900123. Throws on any other form, which would never be found again. */
  phone(number: string): string {
    if (!/^\+[1-9]\d{6,14}$/.test(number)) throw new Error('A phone number is indexed in E.164 only');
    return this.digest(`phone|${number}`);
  }

  private digest(text: string): string {
    return createHmac('sha256', this.keys.blindIndexKey).update(text, 'utf8').digest('hex').slice(0, 32);
  }
}
