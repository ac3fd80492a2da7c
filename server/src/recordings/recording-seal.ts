import { RecordingContent } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../crypto/field-cipher.js';
import type { RecordingEntity } from './recording.entity.js';

const placeOf = (rowId: string) => ({ table: 'recordings', column: 'content', rowId });

/** Seals what a carer records under the child's data key, and opens it (security-rules 9.1). */
@Injectable()
export class RecordingSeal {
  constructor(private readonly cipher: FieldCipher) {}

  close(id: string, content: RecordingContent, dataKeyId: string): Promise<Buffer> {
    return this.cipher.encryptText(JSON.stringify(content), placeOf(id), dataKeyId);
  }

  async open({ id, content }: RecordingEntity): Promise<RecordingContent> {
    return JSON.parse(await this.cipher.decryptText(content, placeOf(id))) as RecordingContent;
  }
}
