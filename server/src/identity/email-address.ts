import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../crypto/blind-index.js';
import { normaliseEmail } from '../crypto/email-key.js';
import { invalidEmail } from './identity.errors.js';

/** Turns a typed address into its blind index, the only form that is compared (security-rules 5.2, 9.1). */
@Injectable()
export class EmailAddresses {
  constructor(private readonly blindIndex: BlindIndex) {}

  /** Throws INVALID_INPUT for what cannot be an address; that says nothing about who is known. */
  keyOf(typed: string): string {
    const email = normaliseEmail(typed);
    if (!email.ok) throw invalidEmail();
    return this.blindIndex.email(email.key);
  }
}
