import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../crypto/field-cipher.js';
import type { AccessEntity } from './access.entity.js';
import { AccessesRepository } from './accesses.repository.js';

const placeOf = (rowId: string) => ({ table: 'accesses', column: 'nickname', rowId });

/** A carer's own words for their accounts, sealed under each account's data key. Nobody else sees them (domain 9.2). */
@Injectable()
export class Nicknames {
  constructor(
    private readonly accesses: AccessesRepository,
    private readonly cipher: FieldCipher,
  ) {}

  async open({ id, nickname }: AccessEntity): Promise<string | null> {
    return nickname && this.cipher.decryptText(nickname, placeOf(id));
  }

  /** Null takes it away. */
  async set(accessId: string, nickname: string | null, dataKeyId: string): Promise<void> {
    const sealed =
      nickname === null ? null : await this.cipher.encryptText(nickname, placeOf(accessId), dataKeyId);
    await this.accesses.setNickname(accessId, sealed);
  }
}
