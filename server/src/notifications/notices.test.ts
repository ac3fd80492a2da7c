import { beforeAll, beforeEach, expect, it } from 'vitest';
import { entities } from '../database/entities.js';
import type { GatewayAnswer } from '../gateways/index.js';
import { describeOnEachDatabase, type TestDatabase } from '../testing/test-database.js';
import { testKeys } from '../testing/test-keys.js';
import { type OpenOutbox, openOutbox, testSettings } from '../testing/test-outbox.js';
import type { NoticeKind } from './notice.entity.js';

const MINUTE = 60_000;
const amira = '0190a6f0-0000-7000-8000-000000000001';
const yusuf = '0190a6f0-0000-7000-8000-000000000002';
const message = `You have a new message in ${testSettings.serviceName}`;
const recording = `You have something new in ${testSettings.serviceName}`;
const refused = (code: string, isBounce: boolean): GatewayAnswer => ({ outcome: 'refused', code, isBounce });

describeOnEachDatabase('Notices by mail', (open) => {
  const keys = testKeys();
  let test: TestDatabase;
  let server: OpenOutbox;

  const start = async (parts: Partial<Pick<OpenOutbox, 'clock' | 'gateways'>> = {}) => {
    const started = await openOutbox(test.database, { keys, ...parts });
    started.contacts.set(amira, { address: 'amira@carers.example', isBouncing: false });
    started.contacts.set(yusuf, { address: 'yusuf@carers.example', isBouncing: false });
    return started;
  };
  const tell = (userId = amira, kind: NoticeKind = 'message') =>
    test.database.transaction(() => server.notices.tell(userId, kind));
  /** Lets time pass, sends what is due, and gives every subject so far. */
  const sentAfter = async (ms: number) => {
    server.clock.advance(ms);
    await server.noticeRelay.drain();
    await server.relay.drain();
    return server.gateways.mails.map(({ subject }) => subject);
  };
  const setBouncing = (isBouncing: boolean) =>
    server.contacts.set(amira, { address: 'amira@carers.example', isBouncing });

  beforeAll(async () => void (test = await open({ entities })));
  beforeEach(async () => {
    await test.clear();
    server = await start();
  });

  it('the first goes at once, with what it tells of or not at all', async () => {
    const refusal = test.database.transaction(async () => {
      await server.notices.tell(amira, 'message');
      throw new Error('refused');
    });
    await expect(refusal).rejects.toThrow('refused');
    expect(await sentAfter(0)).toEqual([]);
    await tell();
    await server.relay.drain();
    expect(server.gateways.mails).toMatchObject([{ to: 'amira@carers.example', subject: message }]);
  });

  it('all that comes within five minutes is told by one mail at their end', async () => {
    await tell();
    server.clock.advance(MINUTE);
    await tell();
    server.clock.advance(MINUTE);
    await tell();
    expect(await sentAfter(3 * MINUTE - 1)).toEqual([message]);
    expect(await sentAfter(1)).toEqual([message, message]);
    expect(await sentAfter(60 * MINUTE)).toEqual([message, message]);
    await tell();
    expect(await sentAfter(0)).toEqual([message, message, message]);
  });

  it('the window of a mail that was put off begins when that is sent', async () => {
    await tell();
    await tell();
    expect(await sentAfter(5 * MINUTE)).toHaveLength(2);
    await tell();
    expect(await sentAfter(5 * MINUTE - 1)).toHaveLength(2);
    expect(await sentAfter(1)).toHaveLength(3);
  });

  it('kinds and users do not wait for each other', async () => {
    await tell(amira, 'message');
    await tell(amira, 'recording');
    await tell(yusuf, 'message');
    expect((await sentAfter(0)).toSorted()).toEqual([message, message, recording]);
  });

  it('however many are told at once, one mail goes now and one later', async () => {
    await Promise.all(Array.from({ length: 10 }, () => tell()));
    expect(await sentAfter(0)).toEqual([message]);
    expect(await sentAfter(5 * MINUTE)).toEqual([message, message]);
    expect(await sentAfter(60 * MINUTE)).toEqual([message, message]);
  });

  it('what waits survives a restart, and goes once however many processes send', async () => {
    await tell();
    await tell();
    const { clock, gateways } = server;
    clock.advance(5 * MINUTE);
    const processes = [await start({ clock, gateways }), await start({ clock, gateways })];
    await Promise.all(processes.map(({ noticeRelay }) => noticeRelay.drain()));
    await Promise.all(processes.map(({ relay }) => relay.drain()));
    expect(gateways.mails).toHaveLength(2);
  });

  it('a crowd that is due is told in one round', async () => {
    const users = Array.from(
      { length: 60 },
      (_, one) => `0190a6f0-0000-7000-8000-0000000001${String(one).padStart(2, '0')}`,
    );
    for (const user of users) {
      server.contacts.set(user, { address: `${user}@carers.example`, isBouncing: true });
      await tell(user);
      server.contacts.set(user, { address: `${user}@carers.example`, isBouncing: false });
    }
    expect(await sentAfter(60 * MINUTE)).toHaveLength(60);
  });

  it('nothing goes to an address that sends mail back; what waited goes when that is over', async () => {
    setBouncing(true);
    await tell();
    expect(await sentAfter(60 * MINUTE)).toEqual([]);
    await tell();
    expect(await sentAfter(60 * MINUTE)).toEqual([]);
    setBouncing(false);
    await test.database.transaction(() => server.notices.resume(amira));
    expect(await sentAfter(0)).toEqual([message]);
    await test.database.transaction(() => server.notices.resume(amira));
    expect(await sentAfter(60 * MINUTE)).toEqual([message]);
  });

  it('a mail that came back has told nobody: it goes again when the address is put right', async () => {
    server.gateways.answer = () => refused('550', true);
    await tell();
    expect(await sentAfter(0)).toEqual([message]);
    setBouncing(true);
    expect(await sentAfter(5 * MINUTE)).toEqual([message]);
    setBouncing(false);
    await test.database.transaction(() => server.notices.resume(amira));
    expect(await sentAfter(0)).toEqual([message, message]);
  });

  it('a mail that was given up is tried again after an hour', async () => {
    server.gateways.answer = () => refused('554', false);
    await tell();
    expect(await sentAfter(0)).toHaveLength(1);
    expect(await sentAfter(60 * MINUTE - 1)).toHaveLength(1);
    expect(await sentAfter(1)).toHaveLength(2);
  });

  it('an address put right within five minutes of the last mail does not make two of them', async () => {
    await tell();
    await tell();
    await test.database.transaction(() => server.notices.resume(amira));
    expect(await sentAfter(5 * MINUTE - 1)).toHaveLength(1);
    expect(await sentAfter(1)).toHaveLength(2);
  });

  it('nobody is told who is there no more', async () => {
    server.contacts.delete(amira);
    await tell();
    expect(await sentAfter(60 * MINUTE)).toEqual([]);
  });
});
