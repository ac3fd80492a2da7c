import { Injectable } from '@nestjs/common';
import { SERVICE_KEY } from '../../crypto/data-keys.js';
import { FieldCipher } from '../../crypto/field-cipher.js';
import type { User } from './user.entity.js';

type SealedColumn = 'firstName' | 'lastName' | 'email' | 'phone';

/** Seals and opens the personal columns of a user, under the service key (security-rules 9.1). */
@Injectable()
export class UserFields {
  constructor(private readonly cipher: FieldCipher) {}

  seal(userId: string, column: SealedColumn, text: string): Promise<Buffer> {
    return this.cipher.encryptText(text, placeOf(userId, column), SERVICE_KEY);
  }

  open(user: User, column: 'firstName' | 'lastName' | 'email'): Promise<string> {
    return this.cipher.decryptText(user[column], placeOf(user.id, column));
  }

  async openPhone(user: User): Promise<string | null> {
    return user.phone && this.cipher.decryptText(user.phone, placeOf(user.id, 'phone'));
  }
}

const placeOf = (rowId: string, column: string) => ({ table: 'users', column, rowId });
