import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../crypto/blind-index.js';
import { normaliseEmail } from '../crypto/email-key.js';
import { invalidField } from './people.errors.js';

/** The key under which a carer's address is found without being readable (security-rules 5.2, 9.1). */
@Injectable()
export class PersonEmail {
  constructor(private readonly blindIndex: BlindIndex) {}

  /** Refuses an address that could pass for another one (mixed scripts) or is none. */
  indexOf(email: string): string {
    const normalised = normaliseEmail(email);
    if (!normalised.ok) throw invalidField('email', 'INVALID_EMAIL');
    return this.blindIndex.email(normalised.key);
  }
}
