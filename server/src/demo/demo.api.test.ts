import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { entities } from '../database/entities.js';
import { newHttpAdapter, surroundRequests } from '../http/http-server.js';
import { HttpModule } from '../http/http.module.js';
import { Log } from '../log/log.js';
import {
  type CallStep,
  type FailedDelivery,
  Outbox,
  OutboxRelay,
  ReportListeners,
} from '../notifications/index.js';
import { TestClock } from '../testing/test-clock.js';
import { describeOnEachDatabase, type TestDatabase } from '../testing/test-database.js';
import { testKeys } from '../testing/test-keys.js';
import { testPlatform, testSettings } from '../testing/test-outbox.js';
import { DemoOutboxModule } from './demo-outbox.module.js';

const amira = 'amira.khan@carers.example';
const number = '+447400123401';
const codeMail = (to = amira) =>
  ({ template: 'email-code', to, variables: { code: '123456', minutes: 10 } }) as const;

describeOnEachDatabase('The demo’s mailbox and phone', (open) => {
  const keys = testKeys();
  let test: TestDatabase;
  let clock: TestClock;
  let dataDir: string;
  let app: NestFastifyApplication;
  let steps: CallStep[];
  let failures: FailedDelivery[];
  let listeners: ReportListeners;

  async function start(): Promise<void> {
    const settings = { ...testSettings, dataDir };
    const platform = testPlatform({ database: test.database, clock, keys, settings });
    const moduleRef = await Test.createTestingModule({
      imports: [platform, HttpModule, DemoOutboxModule],
    }).compile();
    app = moduleRef.createNestApplication<NestFastifyApplication>(newHttpAdapter(settings), {
      logger: false,
      bodyParser: false,
    });
    steps = [];
    failures = [];
    listeners = app.get(ReportListeners, { strict: false });
    listeners.onCall(async (step) => void steps.push(step));
    listeners.onFailure(async (failure) => void failures.push(failure));
    await surroundRequests(app, settings, app.get(Log));
    await app.init();
  }

  const send = (work: (outbox: Outbox) => Promise<string>): Promise<string> =>
    test.database.transaction(() => work(app.get(Outbox, { strict: false })));
  const drain = () => app.get(OutboxRelay, { strict: false }).drain();
  const soon = () => new Date(clock.now().getTime() + 60_000);
  const ring = async () => {
    const id = await send((outbox) =>
      outbox.call({ to: number, digits: '47', challengeId: 'challenge-1', notAfter: soon() }),
    );
    await drain();
    return id;
  };
  const list = async (query: Record<string, string> = {}) => {
    const reply = await app.inject({ method: 'GET', url: '/demo/api/outbox', query });
    return reply.json<{ items: { id: string; state: string; to: string }[] }>().items;
  };
  const post = (url: string, payload?: object) =>
    app.inject({ method: 'POST', url: `/demo/api/${url}`, payload, headers: { 'x-cso-client': 'web' } });
  const statusOf = async (url: string, payload?: object) => (await post(url, payload)).statusCode;

  beforeAll(async () => {
    test = await open({ entities });
  });

  beforeEach(async () => {
    await test.clear();
    clock = new TestClock();
    dataDir = mkdtempSync(join(tmpdir(), 'cso-demo-'));
    await start();
  });

  afterEach(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('shows a mail as it looks, in plain text and with its headers', async () => {
    const id = await send((outbox) => outbox.mail(codeMail()));
    await drain();

    expect(await list({ to: amira.toUpperCase() })).toEqual([
      {
        id,
        channel: 'mail',
        to: amira,
        subject: expect.stringContaining('verification code'),
        text: expect.stringContaining('\n123456\n'),
        html: expect.stringContaining('123456'),
        headers: expect.stringContaining(`Message-ID: <${id}@portal.example>`),
        at: '2026-03-02T09:00:00.000Z',
        state: 'delivered',
      },
    ]);
  });

  it('lists what came after a message or a moment, for one address', async () => {
    const first = await send((outbox) => outbox.mail(codeMail()));
    await drain();
    clock.advance(1000);
    const second = await send((outbox) => outbox.mail(codeMail()));
    await send((outbox) => outbox.text({ to: number, code: '654321', notAfter: soon() }));
    await drain();

    expect((await list({ to: amira, after: first })).map(({ id }) => id)).toEqual([second]);
    expect((await list({ to: amira, after: '2026-03-02T09:00:00.000Z' })).map(({ id }) => id)).toEqual([
      second,
    ]);
    expect(await list({ to: number.replace('+', ' ') })).toHaveLength(1);
    expect(await list()).toHaveLength(3);
  });

  it('survives a restart, and keeps no address readable on the disk', async () => {
    await send((outbox) => outbox.mail(codeMail()));
    await drain();
    await app.close();
    expect(readFileSync(join(dataDir, 'demo', 'outbox.json'), 'utf8')).not.toMatch(/amira|123456/);

    await start();
    expect(await list()).toHaveLength(1);
  });

  it('keeps the newest 500', async () => {
    for (let count = 0; count < 502; count += 1)
      await send((outbox) => outbox.mail(codeMail(`carer${count}@carers.example`)));
    await drain();
    const kept = await list();
    expect(kept).toHaveLength(500);
  }, 30_000);

  it('a call that is answered and confirmed with # reports each step through the signed way', async () => {
    const callId = await ring();
    expect(await statusOf(`calls/${callId}/answer`)).toBe(204);
    expect(await statusOf(`calls/${callId}/keys`, { key: '#' })).toBe(204);

    expect(steps.map(({ event, key }) => [event, key])).toEqual([
      ['answered', undefined],
      ['prompted', undefined],
      ['key', '#'],
      ['ended', undefined],
    ]);
    expect(await list()).toEqual([expect.objectContaining({ id: callId, state: 'ended' })]);
  });

  it('a call that is not answered is missed, and one may hang up', async () => {
    const missed = await ring();
    await post(`calls/${missed}/end`);
    const answered = await ring();
    await post(`calls/${answered}/answer`);
    await post(`calls/${answered}/end`);

    expect((await list()).map(({ state }) => state)).toEqual(['missed', 'ended']);
    expect(steps.map(({ event }) => event)).toEqual(['ended', 'answered', 'prompted', 'ended']);
  });

  it('refuses keys before the answer, a second answer, strange keys and unknown calls', async () => {
    const callId = await ring();
    expect(await statusOf(`calls/${callId}/keys`, { key: '#' })).toBe(409);
    expect(await statusOf(`calls/${callId}/answer`)).toBe(204);
    expect(await statusOf(`calls/${callId}/answer`)).toBe(409);
    expect(await statusOf(`calls/${callId}/keys`, { key: '##' })).toBe(400);
    expect(await statusOf('calls/0190a6f0-0000-7000-8000-00000000ffff/answer')).toBe(404);
    expect(steps.map(({ event }) => event)).toEqual(['answered', 'prompted']);
  });

  it('make it fail: a bounced mail is reported with what it was about', async () => {
    const about = { kind: 'invitation', id: '0190a6f0-0000-7000-8000-000000000001' } as const;
    expect(await statusOf('fail', { to: amira, channel: 'mail', how: 'bounced' })).toBe(204);
    const reported = new Promise<FailedDelivery>((resolve) =>
      listeners.onFailure(async (failure) => resolve(failure)),
    );
    const outboxId = await send((outbox) => outbox.mail({ ...codeMail(), about }));

    expect(await reported).toMatchObject({ outboxId, about, channel: 'mail', isBounce: true });
    expect(await list()).toEqual([expect.objectContaining({ state: 'bounced' })]);
  });

  it('make it fail: a call to a wrong number fails for whoever waits', async () => {
    await post('fail', { to: number, channel: 'call', how: 'wrong_number' });
    const reported = new Promise<CallStep>((resolve) => listeners.onCall(async (step) => resolve(step)));
    const callId = await ring();
    expect(await reported).toEqual({ callId, challengeId: 'challenge-1', event: 'failed' });
  });

  it('make it fail: a delayed mail comes five minutes late, and "none" ends the failing', async () => {
    await post('fail', { to: amira, channel: 'mail', how: 'delayed' });
    await send((outbox) => outbox.mail(codeMail()));
    await drain();
    expect(await list()).toEqual([]);
    clock.advance(5 * 60_000);
    expect(await list()).toHaveLength(1);

    await post('fail', { to: amira, channel: 'mail', how: 'none' });
    await send((outbox) => outbox.mail(codeMail()));
    await drain();
    expect(await list()).toHaveLength(2);
    expect(failures).toEqual([]);
  });

  it('tells a page what changed since it looked', async () => {
    const callId = await ring();
    const changes = async (since: number) =>
      (await app.inject(`/demo/api/changes?since=${since}`)).json<{ revision: number; items: unknown[] }>();
    const { revision } = await changes(0);
    expect((await changes(revision)).items).toEqual([]);
    await post(`calls/${callId}/answer`);
    expect((await changes(revision)).items).toEqual([
      expect.objectContaining({ id: callId, state: 'answered' }),
    ]);
  });

  it('serves its page and each mail under a strict policy', async () => {
    const id = await send((outbox) => outbox.mail(codeMail()));
    await drain();
    const page = await app.inject('/demo/outbox');
    expect(page.body).toContain('Demo: nothing leaves this computer');
    expect(page.headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'/,
    );

    const mail = await app.inject(`/demo/mail/${id}`);
    expect(mail.body).toContain('<base target="_blank">');
    expect(mail.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline'; [^;]*; sandbox (?!.*same-origin)/,
    );
    expect((await app.inject('/demo/mail/none')).statusCode).toBe(404);
  });
});
