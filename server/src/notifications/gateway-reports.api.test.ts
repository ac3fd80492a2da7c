import { createHmac } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { entities } from '../database/entities.js';
import { HttpModule } from '../http/http.module.js';
import { newHttpAdapter, surroundRequests } from '../http/http-server.js';
import { Log } from '../log/log.js';
import { TestClock } from '../testing/test-clock.js';
import { describeOnEachDatabase } from '../testing/test-database.js';
import { testKeys } from '../testing/test-keys.js';
import { testPlatform, testSettings } from '../testing/test-outbox.js';
import { NotificationsModule } from './notifications.module.js';
import { Outbox } from './outbox.js';

const secret = testSettings.voiceWebhookSecret ?? '';
const unknownId = '0190a6f0-0000-7000-8000-00000000ffff';

describeOnEachDatabase('The addresses that gateways report to', (open) => {
  const clock = new TestClock();
  let app: NestFastifyApplication;
  let callId: string;

  beforeEach(async () => {
    const { database } = await open({ entities });
    const platform = testPlatform({ database, clock, keys: testKeys(), settings: testSettings });
    const moduleRef = await Test.createTestingModule({
      imports: [platform, HttpModule, NotificationsModule],
    }).compile();
    app = moduleRef.createNestApplication<NestFastifyApplication>(newHttpAdapter(testSettings), {
      logger: false,
      bodyParser: false,
    });
    await surroundRequests(app, testSettings, app.get(Log));
    await app.init();
    const notAfter = new Date(clock.now().getTime() + 60_000);
    callId = await database.transaction(() =>
      app.get(Outbox).call({ to: '+447400123401', digits: '47', challengeId: 'challenge-1', notAfter }),
    );
  });

  afterEach(() => app.close());

  async function post(path: string, payload: string, headers: Record<string, string> = {}) {
    const timestamp = String(clock.now().getTime() / 1000);
    const signature = createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex');
    const { statusCode } = await app.inject({
      method: 'POST',
      url: `/api/gateways/${path}`,
      payload,
      headers: {
        'content-type': 'application/json',
        'x-timestamp': timestamp,
        'x-signature': signature,
        ...headers,
      },
    });
    return statusCode;
  }

  it('take what is signed over the very bytes, without the header of our own clients', async () => {
    // No serializer of ours would write these spaces: only the raw body carries the signature.
    expect(await post('voice/events', `{ "event" : "answered", "callId":"${callId}" }`)).toBe(204);
    expect(await post('deliveries', `{"id":"${callId}",  "state":"failed"}`)).toBe(204);
  });

  it('answer 401 to a bad or missing signature', async () => {
    const body = JSON.stringify({ callId, event: 'answered' });
    expect(await post('voice/events', body, { 'x-signature': 'ab'.repeat(32) })).toBe(401);
    expect(await post('voice/events', body, { 'x-signature': '' })).toBe(401);
    expect(await post('voice/events', body, { 'x-timestamp': '1' })).toBe(401);
    const report = JSON.stringify({ id: callId, state: 'bounced' });
    expect(await post('deliveries', report, { 'x-signature': 'ab'.repeat(32) })).toBe(401);
  });

  it('answer 404 to ids that we never sent', async () => {
    expect(await post('voice/events', JSON.stringify({ callId: unknownId, event: 'answered' }))).toBe(404);
    expect(await post('deliveries', JSON.stringify({ id: unknownId, state: 'bounced' }))).toBe(404);
  });

  it('answer 4xx to what is no report', async () => {
    for (const body of ['{', '[]', 'null', '{}', '', `{"callId":"${callId}","event":"sung"}`]) {
      const status = await post('voice/events', body);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
  });
});
