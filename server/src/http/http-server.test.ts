import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '../config/read-settings.js';
import { LettersController, lines, openHttp, openHttpWith, portalHeaders } from '../testing/test-http.js';

describe('the HTTP surroundings', () => {
  let app: NestFastifyApplication;
  beforeEach(async () => {
    app = await openHttp();
  });

  const rename = (payload: unknown, url = '/api/letters/a?copies=2', more: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url,
      headers: { ...portalHeaders, 'content-type': 'application/json', ...more },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    });

  it('gives a handler params, query, body and context in this order', async () => {
    const answer = await rename({ name: 'Spring' });
    expect(answer.statusCode).toBe(200);
    expect(answer.json().said).toEqual([
      { id: 'a' },
      { copies: 2 },
      { name: 'Spring' },
      { ip: '203.0.113.7', client: 'web' },
    ]);
  });

  it('strips a reply to its schema, deep down', async () => {
    const answer = await rename({ name: 'Spring' });
    expect(answer.json().nested).toEqual({ id: 'a' });
    expect(answer.body).not.toContain('Featherstone');
  });

  it('answers 204 with no body when the route has no reply, and sets plain cookies over http', async () => {
    const answer = await app.inject({ method: 'DELETE', url: '/api/letters', headers: portalHeaders });
    expect(answer.statusCode).toBe(204);
    expect(answer.body).toBe('');
    expect(answer.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(answer.cookies).toEqual([
      { name: 'cso', value: 'token-1', path: '/', httpOnly: true, sameSite: 'Lax' },
      {
        name: 'cso-dev',
        value: 'device-1',
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        maxAge: 15_552_000,
      },
    ]);
  });

  it('binds cookies to the origin and asks for https once it is served over https', async () => {
    const production = { ...readSettings({}), publicOrigin: 'https://portal.example' };
    const secure = await openHttpWith(production);
    const answer = await secure.inject({ method: 'DELETE', url: '/api/letters', headers: portalHeaders });
    expect(answer.cookies.map(({ name, secure: isSecure }) => [name, isSecure])).toEqual([
      ['__Host-cso', true],
      ['__Host-cso-dev', true],
    ]);
    expect(answer.headers['strict-transport-security']).toMatch(/^max-age=63072000/);
  });

  it('believes X-Forwarded-For from a trusted proxy only', async () => {
    const direct = await openHttp(LettersController, { TRUSTED_PROXY: '192.0.2.1' });
    const answer = await direct.inject({
      method: 'POST',
      url: '/api/letters/a?copies=2',
      headers: portalHeaders,
      payload: { name: 'Spring' },
    });
    expect(answer.json().said[3].ip).toBe('127.0.0.1');
  });

  it.each(['/api/unknown', '/api/letters/a/b', '/api/%2e%2e/letters'])('answers %s with 404', async (url) => {
    const answer = await app.inject({ method: 'GET', url });
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'NOT_FOUND']);
    expect(answer.json().requestId).toEqual(expect.any(String));
  });

  it.each(['/api/letters/%', '/api/letters/%E0%A4%A'])(
    'answers the broken address %s with 400',
    async (url) => {
      const answer = await app.inject({ method: 'GET', url });
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'INVALID_INPUT']);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
    },
  );

  it('answers HEAD as GET without its body, and knows no OPTIONS of other sites', async () => {
    const head = await app.inject({ method: 'HEAD', url: '/api/letters' });
    expect([head.statusCode, head.body]).toEqual([200, '']);
    const options = await app.inject({
      method: 'OPTIONS',
      url: '/api/letters',
      headers: { origin: 'https://evil.example' },
    });
    expect(options.statusCode).toBe(404);
    expect(options.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it.each([{}, { 'x-cso-client': 'mobile' }, { 'x-cso-client': '' }])(
    'refuses an unsafe method without its client header (%j)',
    async (given) => {
      const answer = await app.inject({ method: 'DELETE', url: '/api/letters', headers: given });
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'CLIENT_HEADER_MISSING']);
    },
  );

  it('asks no client header of safe methods and of senders that sign', async () => {
    expect((await app.inject({ method: 'GET', url: '/api/letters' })).statusCode).toBe(200);
    const signed = await app.inject({ method: 'POST', url: '/api/reports', payload: { name: 'Spring' } });
    expect(signed.statusCode).toBe(204);
    expect(signed.cookies[0]).toMatchObject({ name: 'cso', value: '' });
  });

  it('lets only the desktop app call from another origin, without cookies', async () => {
    const preflight = await app.inject({
      method: 'OPTIONS',
      url: '/api/letters',
      headers: { origin: 'app://bundle', 'access-control-request-method': 'DELETE' },
    });
    expect(preflight.statusCode).toBe(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': 'app://bundle',
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
    });
    expect(preflight.headers).not.toHaveProperty('access-control-allow-credentials');

    for (const origin of ['https://evil.example', 'app://bundle.evil', 'null', 'http://localhost:3000']) {
      const answer = await app.inject({ method: 'GET', url: '/api/letters', headers: { origin } });
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  it.each(['/api/letters', '/api/unknown'])(
    'tells the browser to keep, frame and sniff nothing of %s',
    async (url) => {
      const { headers: given } = await app.inject({ method: 'GET', url });
      expect(given).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(given['content-security-policy']).toContain("default-src 'self'");
      expect(given['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(given['content-security-policy']).not.toContain('unsafe');
      expect(given).not.toHaveProperty('strict-transport-security');
    },
  );

  it('logs the pattern of the route, never the address', async () => {
    await rename({ name: 'Feather' }, '/api/letters/marigold?copies=2');
    await app.inject({ method: 'GET', url: '/api/unknown/marigold' });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: 'request', method: 'POST', path: '/api/letters/:id', status: 200, ms: expect.any(Number) },
    ]);
    expect(lines.join('\n')).not.toMatch(/marigold|Feather|203\.0\.113/);
  });
});
