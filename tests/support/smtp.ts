import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { Message } from './post.ts';

export interface ReceivedMail extends Message {
  /** The mail as it came over the wire. */
  readonly raw: Buffer;
}

export interface MailServer {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  close(): Promise<void>;
}

async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function parse(raw: Buffer, to: string): Promise<ReceivedMail> {
  const { messageId, subject, text } = await simpleParser(raw);
  return { id: messageId ?? '', channel: 'mail', to, subject, text: text ?? '', raw };
}

/** A real mail server on this computer; it keeps what it is given. */
export async function openMailServer(): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      readAll(stream)
        .then((raw) => parse(raw, envelope.rcptTo[0]!.address))
        .then((mail) => (mails.push(mail), done()), done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
