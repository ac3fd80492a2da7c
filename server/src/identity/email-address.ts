import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../crypto/blind-index.js';
import { normaliseEmail } from '../crypto/email-key.js';
import { invalidEmail } from './identity.errors.js';

/** An address in its normal form, and its blind index. */
export interface Address {
  readonly email: string;
  readonly emailKey: string;
}

/** Turns a typed address into its blind index, the only form that is compared (security-rules 5.2, 9.1). */
@Injectable()
export class EmailAddresses {
  constructor(private readonly blindIndex: BlindIndex) {}

  /** Throws INVALID_INPUT for what cannot be an address; that says nothing about who is known. */
  keyOf(typed: string): string {
    return this.read(typed).emailKey;
  }

  /**
   * The address to write to, never as it was typed: two mailboxes may share one normal form, and a code must not go to
   * the one when the other's account is meant (security-rules 5.2, 5.3). Throws INVALID_INPUT.
   */
  read(typed: string): Address {
    const email = normaliseEmail(typed);
    if (!email.ok) throw invalidEmail();
    return { email: email.key, emailKey: this.blindIndex.email(email.key) };
  }
}
