import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../crypto/field-cipher.js';
import type { MessageEntity } from './message.entity.js';
import type { ThreadEntity } from './thread.entity.js';

const subjectOf = (rowId: string) => ({ table: 'threads', column: 'subject', rowId });
const bodyOf = (rowId: string) => ({ table: 'messages', column: 'body', rowId });

/** Seals what people write under the data key of the account that it is about, and opens it (security-rules 9.1). */
@Injectable()
export class MessageSeal {
  constructor(private readonly cipher: FieldCipher) {}

  closeSubject(threadId: string, subject: string, dataKeyId: string): Promise<Buffer> {
    return this.cipher.encryptText(subject, subjectOf(threadId), dataKeyId);
  }

  openSubject({ id, subject }: ThreadEntity): Promise<string> {
    return this.cipher.decryptText(subject, subjectOf(id));
  }

  closeBody(messageId: string, body: string, dataKeyId: string): Promise<Buffer> {
    return this.cipher.encryptText(body, bodyOf(messageId), dataKeyId);
  }

  openBody({ id, body }: MessageEntity): Promise<string> {
    return this.cipher.decryptText(body, bodyOf(id));
  }
}
