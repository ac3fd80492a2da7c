import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { beforeEach, describe, expect, it } from 'vitest';
import { openHttp, portalHeaders } from '../testing/test-http.js';

describe('input', () => {
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

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=a',
    'text/json',
  ])('takes no %s', async (contentType) => {
    const answer = await rename('name=Spring', undefined, { 'content-type': contentType });
    expect([answer.statusCode, answer.json().code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });
});
