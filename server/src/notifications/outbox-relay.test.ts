import { beforeAll, beforeEach, expect, it } from 'vitest';
import { entities } from '../database/entities.js';
import { later, taken } from '../gateways/index.js';
import { schemaDrift } from '../testing/schema-drift.js';
import { describeOnEachDatabase, type TestDatabase } from '../testing/test-database.js';
import { testKeys } from '../testing/test-keys.js';
import { type OpenOutbox, openOutbox } from '../testing/test-outbox.js';
import { OutboxRow } from './outbox.entity.js';

const invitation = { kind: 'invitation', id: '0190a6f0-0000-7000-8000-000000000001' } as const;
const setUpMail = (to = 'amira@carers.example') =>
  ({
    template: 'set-up-account',
    to,
    variables: { code: 'K7WQ-3MXT', days: 14 },
    about: invitation,
  }) as const;

describeOnEachDatabase('The outbox', (open) => {
  const keys = testKeys();
  let test: TestDatabase;
  let server: OpenOutbox;

  const rows = () => test.database.run((manager) => manager.find(OutboxRow, { order: { id: 'ASC' } }));
  const states = async () => (await rows()).map(({ state }) => state);
  const sendMail = (to?: string) => test.database.transaction(() => server.outbox.mail(setUpMail(to)));
  const inMinutes = (minutes: number) => new Date(server.clock.now().getTime() + minutes * 60_000);

  beforeAll(async () => {
    test = await open({ entities });
  });

  beforeEach(async () => {
    await test.clear();
    server = await openOutbox(test.database, { keys });
  });

  it('has tables as its entities say', async () => {
    expect(
      (await schemaDrift(test.dataSource)).filter((query) => /outbox|gateway_reports/.test(query)),
    ).toEqual([]);
  });

  it('sends a mail after the commit and then erases what it said', async () => {
    const id = await sendMail();
    await server.relay.drain();

    expect(server.gateways.mails).toEqual([
      expect.objectContaining({
        id,
        messageId: `<${id}@portal.example>`,
        to: 'amira@carers.example',
        from: 'no-reply@council.example',
      }),
    ]);
    expect(await rows()).toEqual([
      expect.objectContaining({ id, state: 'sent', content: null, attempts: 1 }),
    ]);
  });

  it('sends nothing of what was rolled back', async () => {
    const refused = test.database.transaction(async () => {
      await server.outbox.mail(setUpMail());
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    await server.relay.drain();

    expect(server.gateways.mails).toEqual([]);
  });

  it('keeps neither address nor code readable in the database', async () => {
    server.gateways.answer = () => later('down');
    await sendMail();
    const [row] = await rows();

    expect(row?.content).toBeInstanceOf(Buffer);
    expect(row?.content?.toString('latin1')).not.toMatch(/amira|K7WQ/);
  });

  it('sends texts and calls with what their gateways need', async () => {
    await test.database.transaction(async () => {
      await server.outbox.text({ to: '+447400123401', code: '123456', notAfter: inMinutes(10) });
      await server.outbox.call({
        to: '+447400123401',
        digits: '47',
        challengeId: 'challenge-1',
        notAfter: inMinutes(10),
      });
    });
    await server.relay.drain();

    expect(server.gateways.texts).toEqual([
      expect.objectContaining({
        to: '+447400123401',
        body: "123456 is your Children's Services Online code. Never share it.\n\n@portal.example #123456",
      }),
    ]);
    expect(server.gateways.calls).toEqual([
      expect.objectContaining({
        say: expect.stringMatching(/Your two digits are 4, 7\. .*press the hash key/),
        callbackUrl: 'https://portal.example/api/gateways/voice/events',
      }),
    ]);
  });

  it('R5: a mail server that is down delays the mail, which goes within 60 s of its return', async () => {
    server.gateways.answer = () => later('ECONNREFUSED');
    await sendMail();
    for (let second = 0; second < 3600; second += 10) {
      await server.relay.drain();
      server.clock.advance(10_000);
    }
    expect(await states()).toEqual(['waiting']);
    const triesWhileDown = server.gateways.mails.length;

    server.gateways.answer = () => taken;
    for (let second = 0; second < 60; second += 1) {
      await server.relay.drain();
      server.clock.advance(1000);
    }
    expect(await states()).toEqual(['sent']);
    expect(server.gateways.mails).toHaveLength(triesWhileDown + 1);
  });

  it('R5: everything that waited through an outage goes in the first minute, not only the first batch', async () => {
    server.gateways.answer = () => later('ECONNREFUSED');
    for (let carer = 0; carer < 90; carer += 1) await sendMail(`carer${carer}@carers.example`);
    await server.relay.drain();

    server.gateways.answer = () => taken;
    server.clock.advance(30_000);
    await server.relay.drain();
    expect(new Set(await states())).toEqual(new Set(['sent']));
  });

  it('R6: a code older than its life is not sent, and its sender is told', async () => {
    server.gateways.answer = () => later('503');
    await test.database.transaction(() =>
      server.outbox.text({ to: '+447400123401', code: '123456', notAfter: inMinutes(10) }),
    );
    await server.relay.drain();
    server.gateways.answer = () => taken;
    const triesBefore = server.gateways.texts.length;
    server.clock.advance(10 * 60_000);
    await server.relay.drain();

    expect(server.gateways.texts).toHaveLength(triesBefore);
    expect(await rows()).toEqual([expect.objectContaining({ state: 'expired', content: null })]);
    expect(server.failures).toEqual([expect.objectContaining({ channel: 'text', isBounce: false })]);
  });

  it('tells what a mail was about when the address refuses it', async () => {
    server.gateways.answer = () => ({ outcome: 'refused', isBounce: true, code: '550' });
    const outboxId = await sendMail();
    await server.relay.drain();

    expect(server.failures).toEqual([
      { outboxId, about: invitation, channel: 'mail', isBounce: true, writtenAt: server.clock.now() },
    ]);
    expect(await states()).toEqual(['bounced']);
  });

  it('tells the waiting page when a call cannot be made', async () => {
    server.gateways.answer = () => ({ outcome: 'refused', isBounce: false, code: '422' });
    const notAfter = inMinutes(1);
    const callId = await test.database.transaction(() =>
      server.outbox.call({ to: '+447400123401', digits: '47', challengeId: 'challenge-1', notAfter }),
    );
    await server.relay.drain();

    expect(server.steps).toEqual([{ callId, challengeId: 'challenge-1', event: 'failed' }]);
  });

  it('does not let a mail server that hangs hold up a text', async () => {
    server.gateways.mail.send = () => new Promise(() => undefined);
    await sendMail();
    const isSent = new Promise<void>((resolve) => {
      server.gateways.answer = () => (resolve(), taken);
    });
    await test.database.transaction(() =>
      server.outbox.text({ to: '+447400123401', code: '123456', notAfter: inMinutes(10) }),
    );

    await isSent;
    expect(server.gateways.texts).toHaveLength(1);
  });

  it('forgets sent rows after 30 days', async () => {
    await sendMail();
    await server.relay.drain();
    server.clock.advance(31 * 24 * 3_600_000);
    await server.relay.clean();

    expect(await rows()).toEqual([]);
  });
});
