import { Permission, route } from '@cso/contract';
import { Controller, Get, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readSettings } from '../config/read-settings.js';
import type { Settings } from '../config/settings.js';
import { TooBusy } from '../crypto/password-gate.js';
import { TestClock } from '../testing/test-clock.js';
import { Public, Requires } from './access.js';
import { SignedBySender } from './client-header.guard.js';
import { DomainError, type DomainErrorKind } from './domain-error.js';
import { Endpoint } from './endpoint.js';
import { Handlers } from './handlers.js';
import { newHttpAdapter, surroundRequests } from './http-server.js';
import { HttpModule } from './http.module.js';
import { Log } from './log.js';
import type { RequestContext } from './request-context.js';

const reply = z.object({ said: z.array(z.unknown()), nested: z.object({ id: z.string() }) });
const body = z.strictObject({ name: z.string().min(1).max(10) });
const routes = {
  rename: route({
    operationId: 'renameLetter',
    method: 'POST',
    path: '/api/letters/:id',
    summary: 'Renames a letter',
    params: z.strictObject({ id: z.string().max(40) }),
    query: z.strictObject({ copies: z.coerce.number().max(9) }),
    body,
    reply,
  }),
  read: route({
    operationId: 'readLetters',
    method: 'GET',
    path: '/api/letters',
    summary: 'Reads letters',
    reply,
  }),
  burn: route({
    operationId: 'burnLetter',
    method: 'DELETE',
    path: '/api/letters',
    summary: 'Burns',
  }),
  report: route({
    operationId: 'reportLetter',
    method: 'POST',
    path: '/api/reports',
    summary: 'Reports',
    body,
  }),
};

/** What the next request fails with, if it shall fail. */
let failure: unknown;

@Controller()
class LettersController {
  @Endpoint(routes.rename)
  @Public()
  async rename(
    params: { id: string },
    query: { copies: number },
    letter: { name: string },
    context: RequestContext,
  ) {
    const said = [params, query, letter, { ip: context.ip, client: context.client }];
    const nested = { id: params.id, secret: 'Featherstone' };
    return { said, nested, secret: 'Featherstone' };
  }

  @Endpoint(routes.read)
  @Public()
  async read(context: RequestContext) {
    if (failure) throw failure;
    return { said: [context.actor.kind, context.deviceId], nested: { id: 'a' } };
  }

  @Endpoint(routes.burn)
  @Public()
  async burn(context: RequestContext) {
    context.giveSession('token-1');
    context.rememberDevice('device-1');
    context.clearSiteStorage();
  }

  @Endpoint(routes.report)
  @SignedBySender(true)
  @Public()
  async report(_letter: { name: string }, context: RequestContext) {
    context.giveSession(null);
  }
}

const lines: string[] = [];
const opened: NestFastifyApplication[] = [];
afterEach(async () => {
  failure = undefined;
  lines.length = 0;
  for (const app of opened.splice(0)) await app.close();
});

async function open(controller: Type = LettersController, environment: Record<string, string> = {}) {
  const settings = readSettings({ TRUSTED_PROXY: '127.0.0.1', ...environment });
  return openWith(settings, controller);
}

async function openWith(settings: Settings, controller: Type = LettersController) {
  const log = new Log(new TestClock(), (line) => void lines.push(line));
  const logging = { module: class {}, global: true, providers: [{ provide: Log, useValue: log }], exports: [Log] };
  const moduleRef = await Test.createTestingModule({
    imports: [logging, HttpModule],
    controllers: [controller],
  }).compile();
  const app = moduleRef.createNestApplication<NestFastifyApplication>(newHttpAdapter(settings), {
    bodyParser: false,
    logger: false,
  });
  opened.push(app);
  await surroundRequests(app, settings, log);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

const headers = { 'x-cso-client': 'web', 'x-forwarded-for': '203.0.113.7' };

describe('the HTTP surroundings', () => {
  let app: NestFastifyApplication;
  beforeEach(async () => {
    app = await open();
  });

  const rename = (payload: unknown, url = '/api/letters/a?copies=2', more: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url,
      headers: { ...headers, 'content-type': 'application/json', ...more },
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
    const answer = await app.inject({ method: 'DELETE', url: '/api/letters', headers });
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
    const secure = await openWith(production);
    const answer = await secure.inject({ method: 'DELETE', url: '/api/letters', headers });
    expect(answer.cookies.map(({ name, secure: isSecure }) => [name, isSecure])).toEqual([
      ['__Host-cso', true],
      ['__Host-cso-dev', true],
    ]);
    expect(answer.headers['strict-transport-security']).toMatch(/^max-age=63072000/);
  });

  it('believes X-Forwarded-For from a trusted proxy only', async () => {
    const direct = await open(LettersController, { TRUSTED_PROXY: '192.0.2.1' });
    const answer = await direct.inject({
      method: 'POST',
      url: '/api/letters/a?copies=2',
      headers,
      payload: { name: 'Spring' },
    });
    expect(answer.json().said[3].ip).toBe('127.0.0.1');
  });

  it.each([
    ['an unknown field', { name: 'Spring', extra: 1 }, { extra: 'UNKNOWN_FIELD' }],
    ['a missing field', {}, { name: 'REQUIRED' }],
    ['an empty field', { name: '' }, { name: 'REQUIRED' }],
    ['a long field', { name: 'Springtime!' }, { name: 'TOO_LONG' }],
    ['a field of another type', { name: 5 }, { name: 'INVALID' }],
    ['an array', [1], {}],
    ['null', 'null', {}],
    ['no body', '', {}],
    ['a text', '"Spring"', {}],
  ])('refuses %s with 400 and the field', async (_, payload, fields) => {
    const answer = await rename(payload);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'INVALID_INPUT', fields, requestId: expect.any(String) });
  });

  it.each([
    ['/api/letters/a', { copies: 'REQUIRED' }],
    ['/api/letters/a?copies=ten', { copies: 'INVALID' }],
    ['/api/letters/a?copies=10', { copies: 'INVALID' }],
    ['/api/letters/a?copies=1&copies=2', { copies: 'INVALID' }],
    ['/api/letters/a?copies=1&more=2', { more: 'UNKNOWN_FIELD' }],
    [`/api/letters/${'a'.repeat(41)}?copies=1`, { id: 'TOO_LONG' }],
  ])('refuses %s', async (url, fields) => {
    const answer = await rename({ name: 'Spring' }, url);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'INVALID_INPUT', fields });
  });

  it.each([
    ['{"name":"Spring"', 400, 'INVALID_INPUT'],
    ['{"name":"Spring","__proto__":{"isAdmin":true}}', 400, 'INVALID_INPUT'],
    ['{"name":"Spring","constructor":{"prototype":{"isAdmin":true}}}', 400, 'INVALID_INPUT'],
    ['{"name":{"__proto__":{"isAdmin":true}}}', 400, 'INVALID_INPUT'],
    [`{"name":"${'a'.repeat(10 * 1024 * 1024)}"}`, 413, 'BODY_TOO_LARGE'],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400, 'INVALID_INPUT'],
  ])('refuses a hostile body (%#)', async (payload, status, code) => {
    const answer = await rename(payload);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(answer.json().requestId).toEqual(expect.any(String));
    expect(Object.prototype).not.toHaveProperty('isAdmin');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a', 'text/json'])(
    'takes no %s',
    async (contentType) => {
      const answer = await rename('name=Spring', undefined, { 'content-type': contentType });
      expect([answer.statusCode, answer.json().code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    },
  );

  it.each(['/api/unknown', '/api/letters/a/b', '/api/%2e%2e/letters'])('answers %s with 404', async (url) => {
    const answer = await app.inject({ method: 'GET', url });
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'NOT_FOUND']);
    expect(answer.json().requestId).toEqual(expect.any(String));
  });

  it.each(['/api/letters/%', '/api/letters/%E0%A4%A'])('answers the broken address %s with 400', async (url) => {
    const answer = await app.inject({ method: 'GET', url });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'INVALID_INPUT']);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

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

  it.each(['/api/letters', '/api/unknown'])('tells the browser to keep, frame and sniff nothing of %s', async (url) => {
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
  });

  it('logs the pattern of the route, never the address', async () => {
    await rename({ name: 'Feather' }, '/api/letters/marigold?copies=2');
    await app.inject({ method: 'GET', url: '/api/unknown/marigold' });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: 'request', method: 'POST', path: '/api/letters/:id', status: 200, ms: expect.any(Number) },
    ]);
    expect(lines.join('\n')).not.toMatch(/marigold|Feather|203\.0\.113/);
  });
});

describe('refusals', () => {
  let app: NestFastifyApplication;
  beforeEach(async () => {
    app = await open();
  });
  const read = () => app.inject({ method: 'GET', url: '/api/letters' });

  it.each<[DomainErrorKind, number]>([
    ['malformed', 400],
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['not-found', 404],
    ['conflict', 409],
    ['invalid', 422],
    ['too-many', 429],
    ['unavailable', 503],
  ])('answers %s with %i', async (kind, status) => {
    failure = new DomainError(kind, 'STATE_CHANGED', { fields: { name: 'INVALID' } });
    const answer = await read();
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toEqual({
      code: 'STATE_CHANGED',
      message: 'This cannot be done.',
      fields: { name: 'INVALID' },
      requestId: expect.any(String),
    });
    expect(answer.headers['retry-after']).toBe(status === 429 || status === 503 ? '2' : undefined);
  });

  it('rounds the time to wait up to whole seconds', async () => {
    failure = new DomainError('too-many', 'TOO_MANY_TRIES', { retryAfterMs: 60_001 });
    expect((await read()).headers['retry-after']).toBe('61');
  });

  it('answers 503 when too many passwords are checked or the database is away', async () => {
    failure = new TooBusy(3);
    const busy = await read();
    expect([busy.statusCode, busy.json().code, busy.headers['retry-after']]).toEqual([503, 'TOO_BUSY', '3']);

    failure = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const away = await read();
    expect([away.statusCode, away.json().code, away.headers['retry-after']]).toEqual([503, 'UNAVAILABLE', '2']);
  });

  it.each([new Error('Marigold Featherstone'), 'Marigold Featherstone', { statusCode: 200 }, null])(
    'answers 500 without a word of the failure, and logs none of it (%#)',
    async (thrown) => {
      failure = thrown ?? Object.create(null);
      const answer = await read();
      expect([answer.statusCode, answer.json().code]).toEqual([500, 'INTERNAL_ERROR']);
      expect(answer.body).not.toContain('Marigold');
      const failed = lines.map((line) => JSON.parse(line)).find(({ event }) => event === 'request.failed');
      expect(failed).toMatchObject({ level: 'error', requestId: answer.json().requestId });
      expect(lines.join('\n')).not.toMatch(/Marigold|Featherstone/);
    },
  );
});

describe('the start-up', () => {
  it('refuses a handler without @Endpoint, and names it', async () => {
    @Controller()
    class ForgetfulController {
      @Get('/api/forgotten')
      forgotten() {
        return {};
      }
    }
    await expect(open(ForgetfulController)).rejects.toThrow('ForgetfulController.forgotten has no @Endpoint');
  });

  it('refuses a handler without an access rule, and names it', async () => {
    @Controller()
    class OpenController {
      @Endpoint(routes.burn)
      async burn(_context: RequestContext) {}
    }
    await expect(open(OpenController)).rejects.toThrow('OpenController.burn has neither @Public nor @Requires');
  });

  it('lists each handler with its route and its permission', async () => {
    @Controller()
    class GuardedController {
      @Endpoint(routes.burn)
      @Requires(Permission.ViewPeople)
      async burn(_context: RequestContext) {}
    }
    const app = await open(GuardedController);
    expect(app.get(Handlers).list()).toEqual([
      {
        name: 'GuardedController.burn',
        route: routes.burn,
        access: { isPublic: false, permission: Permission.ViewPeople },
      },
    ]);
  });
});
