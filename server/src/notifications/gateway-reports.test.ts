import { createHmac } from 'node:crypto';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { entities } from '../database/entities.js';
import { describeOnEachDatabase, type TestDatabase } from '../testing/test-database.js';
import { type OpenOutbox, openOutbox } from '../testing/test-outbox.js';

const unknownId = '0190a6f0-0000-7000-8000-00000000ffff';
const badSignature = { kind: 'unauthenticated', code: 'AUTH_FAILED' };
const notFound = { kind: 'not-found' };

describeOnEachDatabase('security-rules 5.6: what gateways report', (open) => {
  let test: TestDatabase;
  let server: OpenOutbox;
  let callId: string;

  const seconds = () => Math.floor(server.clock.now().getTime() / 1000);
  const signed = (body: object, { at = seconds(), secret = server.secret } = {}) => {
    const rawBody = Buffer.from(JSON.stringify(body));
    const signature = createHmac('sha256', secret).update(`${at}.${rawBody.toString()}`).digest('hex');
    return { timestamp: String(at), signature, rawBody };
  };
  const report = (body: object, options?: { at?: number; secret?: string }) =>
    server.reports.receiveVoiceEvent(signed(body, options));

  beforeAll(async () => {
    test = await open({ entities });
  });

  beforeEach(async () => {
    await test.clear();
    server = await openOutbox(test.database);
    const notAfter = new Date(server.clock.now().getTime() + 60_000);
    callId = await test.database.transaction(() =>
      server.outbox.call({ to: '+447400123401', digits: '47', challengeId: 'challenge-1', notAfter }),
    );
    await server.relay.drain();
  });

  it('a signed event reaches whoever waits for the # key', async () => {
    await report({ callId, event: 'answered', machine: true });
    await report({ callId, event: 'key', key: '#' });

    expect(server.steps).toEqual([
      expect.objectContaining({ callId, challengeId: 'challenge-1', event: 'answered', isMachine: true }),
      expect.objectContaining({ callId, challengeId: 'challenge-1', event: 'key', key: '#' }),
    ]);
  });

  it('HMAC: an event signed with another secret is refused', async () => {
    await expect(report({ callId, event: 'answered' }, { secret: 'guessed' })).rejects.toMatchObject(
      badSignature,
    );
    expect(server.steps).toEqual([]);
  });

  it('HMAC: a body changed after signing is refused', async () => {
    const rawBody = Buffer.from(JSON.stringify({ callId, event: 'key', key: '#' }));
    const forged = { ...signed({ callId, event: 'key', key: '1' }), rawBody };
    await expect(server.reports.receiveVoiceEvent(forged)).rejects.toMatchObject(badSignature);
  });

  it('HMAC: the timestamp is signed too, so an old event cannot be made young', async () => {
    const old = signed({ callId, event: 'answered' }, { at: seconds() - 120 });
    const redated = { ...old, timestamp: String(seconds()) };
    await expect(server.reports.receiveVoiceEvent(redated)).rejects.toMatchObject(badSignature);
  });

  it.each([
    ['no signature', { signature: null }],
    ['no timestamp', { timestamp: null }],
    ['no body', { rawBody: null }],
    ['a signature that is not hex', { signature: 'z'.repeat(64) }],
    ['a signature that is too short', { signature: 'ab' }],
    ['a timestamp that is no number', { timestamp: 'now' }],
  ])('HMAC: %s is refused', async (_, change) => {
    const event = { ...signed({ callId, event: 'answered' }), ...change };
    await expect(server.reports.receiveVoiceEvent(event)).rejects.toMatchObject(badSignature);
  });

  it('timestamp <= 60 s: 60 s old is taken, 61 s old and 61 s ahead are refused', async () => {
    await report({ callId, event: 'answered' }, { at: seconds() - 60 });
    await expect(report({ callId, event: 'prompted' }, { at: seconds() - 61 })).rejects.toMatchObject(
      badSignature,
    );
    await expect(report({ callId, event: 'prompted' }, { at: seconds() + 61 })).rejects.toMatchObject(
      badSignature,
    );
    expect(server.steps).toHaveLength(1);
  });

  it('call id bound to challenge: an id that is no call of ours is not found', async () => {
    await expect(report({ callId: unknownId, event: 'answered' })).rejects.toMatchObject(notFound);
    const mailId = await test.database.transaction(() =>
      server.outbox.mail({ template: 'activated', to: 'amira@carers.example', variables: {} }),
    );
    await expect(report({ callId: mailId, event: 'answered' })).rejects.toMatchObject(notFound);
  });

  it('once: a replayed key press counts once, however many copies arrive together', async () => {
    const press = signed({ callId, event: 'key', key: '#' });
    await Promise.all([1, 2, 3, 4, 5].map(() => server.reports.receiveVoiceEvent(press)));
    expect(server.steps).toHaveLength(1);
  });

  it('once: a gateway that repeats an event with a new timestamp changes nothing', async () => {
    await report({ callId, event: 'answered' });
    server.clock.advance(5000);
    await report({ callId, event: 'answered' });
    expect(server.steps).toHaveLength(1);
  });

  it('once: the same key pressed again later is a second press', async () => {
    await report({ callId, event: 'key', key: '4' });
    server.clock.advance(1000);
    await report({ callId, event: 'key', key: '4' });
    expect(server.steps).toHaveLength(2);
  });

  it('an event whose effect failed is not taken in: its repeat has the effect', async () => {
    let failures = 1;
    server.listeners.onCall(async () => {
      failures -= 1;
      if (failures >= 0) throw new Error('read ECONNRESET');
    });
    const press = signed({ callId, event: 'key', key: '1' });
    await expect(server.reports.receiveVoiceEvent(press)).rejects.toThrow('ECONNRESET');
    await server.reports.receiveVoiceEvent(press);
    expect(failures).toBe(-1);
  });

  it('a bounce whose effect failed is not taken in: its repeat has the effect', async () => {
    const id = await test.database.transaction(() =>
      server.outbox.mail({ template: 'activated', to: 'amira@carers.example', variables: {} }),
    );
    await server.relay.drain();
    let isBroken = true;
    let heard = 0;
    server.listeners.onFailure(async () => {
      if (isBroken) throw new Error('read ECONNRESET');
      heard += 1;
    });
    const bounce = signed({ id, state: 'bounced' });
    await expect(server.reports.receiveDelivery(bounce)).rejects.toThrow('ECONNRESET');
    isBroken = false;
    await server.reports.receiveDelivery(bounce);
    expect(heard).toBe(1);
  });

  it('refuses a key event without a key', async () => {
    await expect(report({ callId, event: 'key' })).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('each report is told once, with what the mail was about; a delivered mail may still bounce', async () => {
    const about = { kind: 'invitation', id: unknownId } as const;
    const id = await test.database.transaction(() =>
      server.outbox.mail({ template: 'activated', to: 'amira@carers.example', variables: {}, about }),
    );
    await server.relay.drain();
    await server.reports.receiveDelivery(signed({ id, state: 'delivered' }));
    expect(server.failures).toEqual([]);
    const told = { outboxId: id, about, channel: 'mail', writtenAt: server.clock.now() };
    expect(server.deliveries).toEqual([told]);
    await server.reports.receiveDelivery(signed({ id, state: 'bounced' }));
    await server.reports.receiveDelivery(signed({ id, state: 'bounced', reason: 'again' }));

    expect(server.failures).toEqual([{ ...told, isBounce: true }]);
    expect(server.deliveries).toHaveLength(1);
  });

  it('a delivery report is checked like an event: signature, age, known id', async () => {
    const body = { id: unknownId, state: 'bounced' };
    await expect(server.reports.receiveDelivery(signed(body, { secret: 'guessed' }))).rejects.toMatchObject(
      badSignature,
    );
    await expect(server.reports.receiveDelivery(signed(body, { at: 1 }))).rejects.toMatchObject(badSignature);
    await expect(server.reports.receiveDelivery(signed(body))).rejects.toMatchObject(notFound);
  });
});
