import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../crypto/field-cipher.js';
import type { PersonDetails, PersonEntity } from './person.entity.js';

const placeOf = (rowId: string) => ({ table: 'people', column: 'details', rowId });

/** Seals a person's details under their own key, and opens them. */
@Injectable()
export class PersonSeal {
  constructor(private readonly cipher: FieldCipher) {}

  close(id: string, dataKeyId: string, details: PersonDetails): Promise<Buffer> {
    return this.cipher.encryptText(JSON.stringify(details), placeOf(id), dataKeyId);
  }

  async open(person: PersonEntity): Promise<PersonDetails> {
    return JSON.parse(await this.cipher.decryptText(person.details, placeOf(person.id))) as PersonDetails;
  }
}
