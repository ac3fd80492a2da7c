import { beforeAll, beforeEach, expect, it } from 'vitest';
import { buildDataSource } from '../database/data-source.js';
import { Database } from '../database/database.js';
import { entities } from '../database/entities.js';
import { describeOnEachDatabase, type TestDatabase } from '../testing/test-database.js';
import { testKeys } from '../testing/test-keys.js';
import { type OpenOutbox, openOutbox, TestGateways } from '../testing/test-outbox.js';
import { OutboxRow } from './outbox.entity.js';

const activatedMail = (to: string) => ({ template: 'activated', to, variables: {} }) as const;

describeOnEachDatabase('Several processes on one outbox', (open) => {
  const keys = testKeys();
  let test: TestDatabase;
  let server: OpenOutbox;

  const states = async () =>
    (await test.database.run((manager) => manager.find(OutboxRow))).map(({ state }) => state);
  const sendMail = (to = 'amira@carers.example') =>
    test.database.transaction(() => server.outbox.mail(activatedMail(to)));

  beforeAll(async () => {
    test = await open({ entities });
  });

  beforeEach(async () => {
    await test.clear();
    server = await openOutbox(test.database, { keys });
  });

  it('R5: a process that dies between sending and noting it causes one repeat with the same Message-ID', async () => {
    const dying = new TestGateways();
    let died = () => {};
    const death = new Promise<void>((resolve) => (died = resolve));
    // Takes the mail and never comes back to note it.
    dying.answer = () => (died(), new Promise(() => undefined));
    const process = await openOutbox(test.database, { keys, clock: server.clock, gateways: dying });
    await test.database.transaction(() => process.outbox.mail(activatedMail('amira@carers.example')));
    await death;

    await server.relay.drain();
    expect(server.gateways.mails).toEqual([]);

    server.clock.advance(30_000);
    await server.relay.drain();
    await server.relay.drain();
    expect(server.gateways.mails).toHaveLength(1);
    expect(server.gateways.mails[0]?.messageId).toBe(dying.mails[0]?.messageId);
    expect(await states()).toEqual(['sent']);
  });

  it('sends each row once, however many processes drain one database', async () => {
    const second = await anotherProcess(test);
    try {
      const other = await openOutbox(second.database, {
        keys,
        clock: server.clock,
        gateways: server.gateways,
      });
      // Written apart from the drained outbox, so that both begin with everything.
      await test.database.transaction(async () => {
        for (let carer = 0; carer < 60; carer += 1)
          await server.outbox.mail(activatedMail(`carer${carer}@carers.example`));
      });
      await Promise.all([
        server.relay.drain(),
        other.relay.drain(),
        server.relay.drain(),
        other.relay.drain(),
      ]);

      expect(server.gateways.mails).toHaveLength(60);
      expect(new Set(server.gateways.mails.map(({ to }) => to)).size).toBe(60);
    } finally {
      await second.close();
    }
  });

  it('stops without beginning anything more, and leaves the rest for the next start', async () => {
    await server.relay.beforeApplicationShutdown();
    await sendMail();
    await server.relay.drain();

    expect(server.gateways.mails).toEqual([]);
    expect(await states()).toEqual(['waiting']);
  });
});

/** A second connection to the same database, as another process has. */
async function anotherProcess({ url }: TestDatabase) {
  const dataSource = await buildDataSource({
    databaseUrl: url,
    entities,
    migrations: [],
    synchronous: 'NORMAL',
  });
  return { database: new Database(dataSource), close: () => dataSource.destroy() };
}
