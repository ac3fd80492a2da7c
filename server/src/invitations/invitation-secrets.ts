import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { SERVICE_KEY } from '../crypto/data-keys.js';
import { FieldCipher } from '../crypto/field-cipher.js';
import {
  formatHumanCode,
  hashHumanCode,
  newHumanCode,
  parseHumanCode,
  verifyHumanCode,
} from '../crypto/human-code.js';
import { Randomness } from '../crypto/randomness.js';
import { hashToken, newToken } from '../crypto/token.js';
import type { InvitationEntity } from './invitation.entity.js';

const DAY_MS = 86_400_000;
/** How long a unique code and a link are good (security-rules 5.1, 5.2). */
export const LIFE_DAYS = 14;
/** Wrong entries that lock an invitation (security-rules 5.1). */
export const TRIES = 5;

/** The unique code of e-mail 1, the link of e-mail 2, and the sealed address they go to. */
@Injectable()
export class InvitationSecrets {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly randomness: Randomness,
    private readonly clock: Clock,
  ) {}

  /** A new code, and the columns that make it the only live one. The tries begin anew. */
  async newCode() {
    const code = newHumanCode(this.randomness);
    const now = this.clock.now();
    const columns = {
      codeHash: await hashHumanCode(code, this.randomness),
      codeIssuedAt: now,
      codeExpiresAt: this.endOfLife(now),
      wrongTries: 0,
    };
    return { shown: formatHumanCode(code), columns };
  }

  /** A new token for the link, and the columns that make it the only live one. */
  newLink() {
    const token = newToken(this.randomness);
    const now = this.clock.now();
    return { token, columns: { linkHash: hashToken(token), linkExpiresAt: this.endOfLife(now) } };
  }

  /** Takes the same time for a code that cannot be one. */
  async isCode(typed: string, { codeHash }: InvitationEntity): Promise<boolean> {
    const code = parseHumanCode(typed);
    const isRight = await verifyHumanCode(code ?? '22222222', codeHash);
    return code !== null && isRight;
  }

  sealEmail(rowId: string, email: string): Promise<Buffer> {
    return this.cipher.encryptText(email, place('email', rowId), SERVICE_KEY);
  }

  openEmail(invitation: InvitationEntity): Promise<string> {
    return this.cipher.decryptText(invitation.email, place('email', invitation.id));
  }

  sealReason(rowId: string, reason: string): Promise<Buffer> {
    return this.cipher.encryptText(reason, place('closedReason', rowId), SERVICE_KEY);
  }

  async openReason({ id, closedReason }: InvitationEntity): Promise<string | null> {
    return closedReason === null ? null : this.cipher.decryptText(closedReason, place('closedReason', id));
  }

  private endOfLife(from: Date): Date {
    return new Date(from.getTime() + LIFE_DAYS * DAY_MS);
  }
}

const place = (column: string, rowId: string) => ({ table: 'invitations', column, rowId });
