import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { beforeEach, describe, expect, it } from 'vitest';
import { TooBusy } from '../crypto/password-gate.js';
import { lines, next, openHttp } from '../testing/test-http.js';
import { DomainError, type DomainErrorKind } from '../errors/domain-error.js';

describe('refusals', () => {
  let app: NestFastifyApplication;
  beforeEach(async () => {
    app = await openHttp();
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
    next.failure = new DomainError(kind, 'STATE_CHANGED', { fields: { name: 'INVALID' } });
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
    next.failure = new DomainError('too-many', 'TOO_MANY_TRIES', { retryAfterMs: 60_001 });
    expect((await read()).headers['retry-after']).toBe('61');
  });

  it('answers 503 when too many passwords are checked or the database is away', async () => {
    next.failure = new TooBusy(3);
    const busy = await read();
    expect([busy.statusCode, busy.json().code, busy.headers['retry-after']]).toEqual([503, 'TOO_BUSY', '3']);

    next.failure = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const away = await read();
    expect([away.statusCode, away.json().code, away.headers['retry-after']]).toEqual([
      503,
      'UNAVAILABLE',
      '2',
    ]);
  });

  it.each([new Error('Marigold Featherstone'), 'Marigold Featherstone', { statusCode: 200 }, null])(
    'answers 500 without a word of the failure, and logs none of it (%#)',
    async (thrown) => {
      next.failure = thrown ?? Object.create(null);
      const answer = await read();
      expect([answer.statusCode, answer.json().code]).toEqual([500, 'INTERNAL_ERROR']);
      expect(answer.body).not.toContain('Marigold');
      const failed = lines.map((line) => JSON.parse(line)).find(({ event }) => event === 'request.failed');
      expect(failed).toMatchObject({ level: 'error', requestId: answer.json().requestId });
      expect(lines.join('\n')).not.toMatch(/Marigold|Featherstone/);
    },
  );
});
