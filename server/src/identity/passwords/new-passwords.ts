import { checkPasswordShape, type NewPassword } from '@cso/contract';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { PasswordHash } from '../../crypto/password-hash.js';
import { passwordRefused } from '../identity.errors.js';
import { isCommonPassword } from './common-passwords.js';
import { isMostlyContext, ownWords } from './context-words.js';

/** Whose password it will be. `passwordHash` is the current one, if any. */
export interface FutureOwner {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly passwordHash: string | null;
}

/** The password rule, the same at sign-up, set-up and reset, never enforced at sign-in (security-rules 5.4). */
@Injectable()
export class NewPasswords {
  constructor(
    private readonly passwordHash: PasswordHash,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Throws PASSWORD_REFUSED for what can be said without knowing whose it is. */
  requireShape({ password, passwordConfirmation }: NewPassword): void {
    const refusal = checkPasswordShape(password, this.settings.passwordMax);
    if (refusal) throw passwordRefused({ password: refusal });
    if (isCommonPassword(password)) throw passwordRefused({ password: 'PASSWORD_TOO_COMMON' });
    if (password !== passwordConfirmation)
      throw passwordRefused({ passwordConfirmation: 'PASSWORDS_DIFFER' });
  }

  /** The hash to store. Throws PASSWORD_REFUSED. Slow by intent: never inside a transaction. */
  async choose(typed: NewPassword, owner: FutureOwner): Promise<string> {
    this.requireShape(typed);
    const { firstName, lastName, email, passwordHash } = owner;
    if (isMostlyContext(typed.password, ownWords(firstName, lastName, email))) {
      throw passwordRefused({ password: 'PASSWORD_TOO_COMMON' });
    }
    if (passwordHash !== null && (await this.passwordHash.verify(typed.password, passwordHash))) {
      throw passwordRefused({ password: 'PASSWORD_IS_CURRENT' });
    }
    return this.passwordHash.hash(typed.password);
  }
}
