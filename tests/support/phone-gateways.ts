import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Message } from './post.ts';

interface Taken extends Message {
  readonly callbackUrl?: string;
}

export interface PhoneGateways {
  readonly textUrl: string;
  readonly voiceUrl: string;
  readonly token: string;
  readonly secret: string;
  readonly messages: readonly Message[];
  /** Picks up a call and lets the voice say its words. */
  answer(callId: string): Promise<void>;
  press(callId: string, key: string): Promise<void>;
  close(): void;
}

interface Trust {
  /** The moment that reports are stamped with. */
  now: () => Date;
  /** The certificate of the server that takes the reports. */
  certificate: string;
}

const TOKEN = 'a bearer token of the phone company';
const SECRET = 'a webhook secret of the phone company, long enough';

async function readJson(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>;
}

function takenFrom(path: string, { id, to, body, say, callbackUrl }: Record<string, string>): Taken {
  return path === '/texts'
    ? { id: id!, channel: 'text', to: to!, text: body! }
    : { id: id!, channel: 'call', to: to!, text: say!, callbackUrl: callbackUrl! };
}

function post(url: string, body: string, headers: Record<string, string>, ca: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = https.request(url, { method: 'POST', headers, ca }, (answer) => {
      answer.resume();
      if ((answer.statusCode ?? 500) < 300) resolve();
      else reject(new Error(`The report was answered with ${answer.statusCode}`));
    });
    request.once('error', reject);
    request.end(body);
  });
}

/** A text provider and a voice provider (interfaces.md: generic gateways). They report signed events, as real ones do. */
export async function openPhoneGateways({ now, certificate }: Trust): Promise<PhoneGateways> {
  const messages: Taken[] = [];
  async function take(request: IncomingMessage): Promise<number> {
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return 401;
    messages.push(takenFrom(request.url!, await readJson(request)));
    return 202;
  }
  const server = createServer((request, response) => {
    void take(request).then((status) => response.writeHead(status).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function report(callId: string, event: object): Promise<void> {
    const { callbackUrl } = messages.find(({ id }) => id === callId)!;
    const body = JSON.stringify({ callId, ...event });
    const timestamp = String(Math.floor(now().getTime() / 1000));
    const signature = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex');
    const headers = {
      'Content-Type': 'application/json',
      'X-Timestamp': timestamp,
      'X-Signature': signature,
    };
    await post(callbackUrl!, body, headers, certificate);
  }

  return {
    textUrl: `${origin}/texts`,
    voiceUrl: `${origin}/calls`,
    token: TOKEN,
    secret: SECRET,
    messages,
    async answer(callId) {
      await report(callId, { event: 'answered', machine: false });
      await report(callId, { event: 'prompted' });
    },
    async press(callId, key) {
      await report(callId, { event: 'key', key });
      await report(callId, { event: 'ended' });
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
