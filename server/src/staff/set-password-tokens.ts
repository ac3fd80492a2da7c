import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Randomness } from '../crypto/randomness.js';
import { hashToken, newToken } from '../crypto/token.js';
import { SetPasswordTokensRepository } from './set-password-tokens.repository.js';
import { linkNotUsable } from './staff.errors.js';

const LIFE_MS = 24 * 60 * 60 * 1000;

/** The link by which a worker sets the first password: once, within a day (interfaces: Commands). */
@Injectable()
export class SetPasswordTokens {
  constructor(
    private readonly tokens: SetPasswordTokensRepository,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** A new token, in the open transaction; earlier ones of the worker are void. */
  async issue(workerId: string): Promise<string> {
    const token = newToken(this.randomness);
    const now = this.clock.now();
    await this.tokens.voidOthers(workerId, now);
    const expiresAt = new Date(now.getTime() + LIFE_MS);
    await this.tokens.insert({ tokenHash: hashToken(token), workerId, expiresAt, usedAt: null });
    return token;
  }

  /** Whose token it is, without using it. Throws LINK_NOT_USABLE. */
  async getWorkerId(token: string): Promise<string> {
    const found = await this.tokens.findLive(hashToken(token), this.clock.now());
    if (!found) throw linkNotUsable();
    return found.workerId;
  }

  /** Uses it up, in the open transaction. Throws LINK_NOT_USABLE when somebody was quicker. */
  async use(token: string): Promise<void> {
    if (!(await this.tokens.use(hashToken(token), this.clock.now()))) throw linkNotUsable();
  }
}
