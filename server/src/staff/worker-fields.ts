import { Injectable } from '@nestjs/common';
import { SERVICE_KEY } from '../crypto/data-keys.js';
import { FieldCipher } from '../crypto/field-cipher.js';
import type { Worker } from './worker.entity.js';

type SealedText = 'firstName' | 'lastName' | 'email';

/** Seals and opens the personal columns of a worker, under the service key (security-rules 9.1). */
@Injectable()
export class WorkerFields {
  constructor(private readonly cipher: FieldCipher) {}

  seal(workerId: string, column: SealedText, text: string): Promise<Buffer> {
    return this.cipher.encryptText(text, placeOf(workerId, column), SERVICE_KEY);
  }

  open(worker: Worker, column: SealedText): Promise<string> {
    return this.cipher.decryptText(worker[column], placeOf(worker.id, column));
  }

  sealSecret(workerId: string, secret: Buffer): Promise<Buffer> {
    return this.cipher.encryptBytes(secret, placeOf(workerId, 'totpSecret'), SERVICE_KEY);
  }

  openSecret(workerId: string, sealed: Buffer): Promise<Buffer> {
    return this.cipher.decryptBytes(sealed, placeOf(workerId, 'totpSecret'));
  }
}

const placeOf = (rowId: string, column: string) => ({ table: 'workers', column, rowId });
