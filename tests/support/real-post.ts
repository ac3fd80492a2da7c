import type { PhoneGateways } from './phone-gateways.ts';
import { Post, type Message } from './post.ts';
import type { MailServer } from './smtp.ts';

/** Mail, texts and calls as a mail server and a phone company received them from the real adapters. */
export class RealPost extends Post {
  constructor(
    private readonly mailServer: MailServer,
    private readonly phones: PhoneGateways,
  ) {
    super();
  }

  override async list(): Promise<Message[]> {
    return [...this.mailServer.mails, ...this.phones.messages];
  }

  protected override answer({ id }: Message): Promise<void> {
    return this.phones.answer(id);
  }

  protected override press({ id }: Message, key: string): Promise<void> {
    return this.phones.press(id, key);
  }
}
