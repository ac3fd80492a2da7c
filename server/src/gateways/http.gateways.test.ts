import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { HttpTextGateway } from './http-text.gateway.js';
import { HttpVoiceGateway } from './http-voice.gateway.js';

const token = 'a bearer token';
const text = { id: 'outbox-1', to: '+447400123401', body: '123456 is your code.' };
const call = {
  id: 'outbox-2',
  to: '+447400123401',
  say: 'Press hash.',
  callbackUrl: 'https://portal.example/cb',
};

describe('The generic gateways', () => {
  const servers: Server[] = [];
  const requests: { method?: string; authorization?: string; type?: string; body: unknown }[] = [];

  afterEach(async () => {
    requests.length = 0;
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  async function openServer(
    answer: (response: ServerResponse) => void,
  ): Promise<{ url: string; token: string }> {
    const server = createServer((request, response) => void receive(request).then(() => answer(response)));
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`, token };
  }

  async function receive(request: IncomingMessage): Promise<void> {
    const body: unknown = JSON.parse(await readText(request));
    const { authorization, 'content-type': type } = request.headers;
    requests.push({ method: request.method, authorization, type, body });
  }

  const answering = (status: number, headers: Record<string, string> = {}) =>
    openServer((response) => response.writeHead(status, headers).end('{}'));

  it('post a text as the interface says', async () => {
    const gateway = new HttpTextGateway(await answering(202));
    expect(await gateway.send(text)).toEqual({ outcome: 'taken' });
    expect(requests).toEqual([
      { method: 'POST', authorization: 'Bearer a bearer token', type: 'application/json', body: text },
    ]);
  });

  it('post a call as the interface says', async () => {
    const gateway = new HttpVoiceGateway(await answering(200));
    expect(await gateway.call(call)).toEqual({ outcome: 'taken' });
    expect(requests[0]?.body).toEqual(call);
  });

  it.each([429, 500, 502, 503, 401, 404])('R6: %i asks for another try', async (status) => {
    const gateway = new HttpTextGateway(await answering(status));
    expect(await gateway.send(text)).toEqual({ outcome: 'later', code: String(status) });
  });

  it.each([400, 410, 422])('%i is final', async (status) => {
    const gateway = new HttpTextGateway(await answering(status));
    expect(await gateway.send(text)).toEqual({ outcome: 'refused', isBounce: false, code: String(status) });
  });

  it('follow no redirect: the token and the code stay with the gateway', async () => {
    const elsewhere = await answering(200);
    const gateway = new HttpTextGateway(await answering(307, { location: elsewhere.url }));
    expect(await gateway.send(text)).toMatchObject({ outcome: 'later' });
    expect(requests).toHaveLength(1);
  });

  it('R6: a gateway that never answers is given up after its time', async () => {
    const gateway = new HttpTextGateway({ ...(await openServer(() => undefined)), timeoutMs: 100 });
    expect(await gateway.send(text)).toEqual({ outcome: 'later', code: 'TimeoutError' });
  });

  it('R6: a gateway that is down asks for another try', async () => {
    const settings = await answering(200);
    await new Promise((resolve) => servers.splice(0)[0]?.close(resolve));
    expect(await new HttpTextGateway(settings).send(text)).toMatchObject({ outcome: 'later' });
  });
});
