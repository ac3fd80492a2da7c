import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { SmtpMailGateway } from './smtp-mail.gateway.js';

const mail = {
  id: '0190a6f0-0000-7000-8000-000000000001',
  messageId: '<0190a6f0-0000-7000-8000-000000000001@portal.example>',
  to: 'amira@carers.example',
  from: 'no-reply@council.example',
  subject: 'New Children’s Services Online activation',
  text: 'Sign in to see it.\n',
  html: '<p>Sign in to see it.</p>',
};

const refusal = (responseCode: number) => Object.assign(new Error('no'), { responseCode });

describe('The SMTP gateway', () => {
  const servers: SMTPServer[] = [];
  const received: Buffer[] = [];

  afterEach(async () => {
    received.length = 0;
    for (const server of servers.splice(0))
      await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  /** A real mail server on this computer, and the gateway that sends to it. */
  async function openServer(
    behaviour: Partial<SMTPServerOptions> = {},
    credentials = '',
  ): Promise<SmtpMailGateway> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          received.push(Buffer.concat(chunks));
          done();
        });
      },
      ...behaviour,
    });
    server.on('error', () => undefined);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    return new SmtpMailGateway({ url: `smtp://${credentials}127.0.0.1:${port}`, timeoutMs: 500 });
  }

  it('hands over both parts under the given Message-ID', async () => {
    const gateway = await openServer();
    expect(await gateway.send(mail)).toEqual({ outcome: 'taken' });

    const parsed = await simpleParser(received[0]!);
    expect(parsed).toMatchObject({ messageId: mail.messageId, subject: mail.subject, text: mail.text });
    expect(parsed.html).toContain('<p>Sign in to see it.</p>');
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('signs in where the server wants it', async () => {
    const users: string[] = [];
    const gateway = await openServer(
      {
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: ({ username }, _session, done) => (
          users.push(username ?? ''),
          done(null, { user: username })
        ),
      },
      'portal:s%40cret@',
    );
    expect(await gateway.send(mail)).toEqual({ outcome: 'taken' });
    expect(users).toEqual(['portal']);
  });

  it('takes a 5xx to the recipient for a bounce', async () => {
    const gateway = await openServer({ onRcptTo: (_address, _session, done) => done(refusal(550)) });
    expect(await gateway.send(mail)).toEqual({ outcome: 'refused', isBounce: true, code: '550' });
  });

  it('takes a 5xx to the content for final, but no bounce', async () => {
    const gateway = await openServer({
      onData: (stream, _session, done) => (stream.resume(), stream.on('end', () => done(refusal(554)))),
    });
    expect(await gateway.send(mail)).toEqual({ outcome: 'refused', isBounce: false, code: '554' });
  });

  it.each([
    ['a 4xx to the recipient', { onRcptTo: (_a, _s, done) => done(refusal(450)) }],
    ['a 5xx to our own sender', { onMailFrom: (_a, _s, done) => done(refusal(553)) }],
    [
      'a 5xx to the sign-in',
      { authOptional: false, allowInsecureAuth: true, onAuth: (_a, _s, done) => done(refusal(535)) },
    ],
  ] satisfies [string, Partial<SMTPServerOptions>][])('tries again after %s', async (_, behaviour) => {
    const gateway = await openServer(behaviour, 'portal:wrong@');
    expect(await gateway.send(mail)).toMatchObject({ outcome: 'later' });
  });

  it('R5: tries again when the server drops the connection before its 250', async () => {
    const gateway = await openServer({
      onData: (stream) => {
        stream.resume();
        stream.on('end', () => servers[0]!.connections.forEach((connection) => connection.close()));
      },
    });
    expect(await gateway.send(mail)).toMatchObject({ outcome: 'later' });
  });

  it('gives up waiting for a server that never answers', async () => {
    const gateway = await openServer({ onMailFrom: () => undefined });
    expect(await gateway.send(mail)).toMatchObject({ outcome: 'later' });
  });

  it('tries again when nobody listens', async () => {
    const gateway = await openServer();
    await new Promise<void>((resolve) => servers.splice(0)[0]!.close(() => resolve()));
    expect(await gateway.send(mail)).toMatchObject({
      outcome: 'later',
      code: expect.stringMatching(/^E[A-Z]+$/),
    });
  });
});
