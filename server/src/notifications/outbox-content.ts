import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SERVICE_KEY } from '../crypto/data-keys.js';
import { FieldCipher } from '../crypto/field-cipher.js';

/** The sealed part of an outbox row, by channel. */
export const OutboxContent = z.discriminatedUnion('channel', [
  z.object({
    channel: z.literal('mail'),
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
  }),
  z.object({ channel: z.literal('text'), to: z.string(), body: z.string() }),
  z.object({ channel: z.literal('call'), to: z.string(), say: z.string() }),
]);
export type OutboxContent = z.infer<typeof OutboxContent>;

const place = (rowId: string) => ({ table: 'outbox', column: 'content', rowId });

/** Outbox rows hold live codes and addresses, so they are sealed like everything personal (security-rules 9.1). */
@Injectable()
export class OutboxSeal {
  constructor(private readonly cipher: FieldCipher) {}

  seal(id: string, content: OutboxContent): Promise<Buffer> {
    return this.cipher.encryptText(JSON.stringify(content), place(id), SERVICE_KEY);
  }

  async open(id: string, sealed: Buffer): Promise<OutboxContent> {
    return OutboxContent.parse(JSON.parse(await this.cipher.decryptText(sealed, place(id))));
  }
}
