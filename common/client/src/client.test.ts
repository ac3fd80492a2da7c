import { accountRoutes, invitationRoutes, signInRoutes } from '@cso/contract';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, NetworkError } from './api-error.js';
import { createClient } from './client.js';

const id = '018f4b1e-7d0a-7c3e-9a55-6f0d2b1c3e4f';

function answer(status: number, body: unknown, headers: Record<string, string> = {}) {
  const reply = vi.fn(async (_url: string, _init: RequestInit) => Response.json(body, { status, headers }));
  vi.stubGlobal('fetch', reply);
  return reply;
}

const client = createClient({ origin: 'https://council.example', client: 'desktop', token: () => 'token-1' });

describe('the typed client', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('fills the path, says who calls, and strips a reply to its schema', async () => {
    const reply = answer(200, {
      id,
      name: 'Sam Reed',
      kind: 'child',
      isOwnAccount: false,
      nickname: null,
      newMessages: 2,
      itemsToView: 0,
      itemsToComplete: 1,
      surprise: true,
    });
    const dashboard = await client.call(accountRoutes.dashboard, { params: { id } });
    expect(dashboard).toEqual({
      id,
      name: 'Sam Reed',
      kind: 'child',
      isOwnAccount: false,
      nickname: null,
      newMessages: 2,
      itemsToView: 0,
      itemsToComplete: 1,
    });
    const [url, init] = reply.mock.calls[0]!;
    expect(url).toBe(`https://council.example/api/my/accounts/${id}/dashboard`);
    expect(init.headers).toEqual({ 'X-CSO-Client': 'desktop', Authorization: 'Bearer token-1' });
  });

  it('marks a passive call, carries an idempotency key, and leaves out absent query parts', async () => {
    const reply = answer(200, { items: [] });
    await client.call(invitationRoutes.list, {
      query: { state: 'expired', cursor: undefined },
      isPassive: true,
      idempotencyKey: 'key-1',
    });
    const [url, init] = reply.mock.calls[0]!;
    expect(url).toBe('https://council.example/api/invitations?state=expired');
    expect(init.headers).toMatchObject({ 'X-Activity': 'passive', 'Idempotency-Key': 'key-1' });
  });

  it('turns an error body into an ApiError with its code, fields and waiting time', async () => {
    answer(
      429,
      { code: 'TOO_MANY_TRIES', message: 'Wait.', fields: { password: 'INVALID' }, requestId: 'r1' },
      { 'Retry-After': '8' },
    );
    const failure = client.call(signInRoutes.signIn, { body: { email: 'a@example.org', password: 'x' } });
    await expect(failure).rejects.toMatchObject({
      status: 429,
      code: 'TOO_MANY_TRIES',
      fields: { password: 'INVALID' },
      retryAfterMs: 8000,
    });
  });

  it('takes a page that is not the service’s for unavailable', async () => {
    vi.stubGlobal('fetch', async () => new Response('<html>Bad gateway</html>', { status: 502 }));
    await expect(client.call(signInRoutes.signOut)).rejects.toThrow(ApiError);
    await expect(client.call(signInRoutes.signOut)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('says when no answer came', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('refused')));
    await expect(client.call(signInRoutes.signOut)).rejects.toThrow(NetworkError);
  });
});
