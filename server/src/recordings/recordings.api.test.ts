import {
  accessRoutes,
  inboxRoutes,
  myMessageRoutes,
  myRecordingRoutes,
  personRoutes,
  recordingRoutes,
  type SearchRecordings,
  type SendRecording,
} from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY_MS } from '../clock/lengths.js';
import { Council } from '../testing/council.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';

describeOnEachDatabase('foster carer recordings', (_, engine) => {
  let service: TestApp;
  let council: Council;
  let olivia: TestClient;
  let daniel: TestClient;
  let stranger: TestClient;
  let carer: TestClient;
  let carerId: string;
  let childId: string;

  beforeAll(async () => {
    service = await openTestApp(engine);
    council = new Council(service);
    olivia = await council.workerAt('Olivia');
    daniel = await council.workerAt('Daniel');
    stranger = await council.newWorker('Stranger', await council.newTeam('Fostering team south'));
    const family = await council.acceptedFamily(olivia, 'Writer');
    await council.activate(daniel, family.id);
    [carer, carerId, childId] = [family.carer, family.carerId, family.childIds[0]!];
    const body = { workerId: await council.workerId('Olivia'), role: 'supervising_worker' } as const;
    await olivia.call(personRoutes.allocateWorker, { params: { id: carerId }, body });
  }, 60_000);
  afterAll(() => service.close());

  const day = (days: number) =>
    new Date(service.clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);
  const words = (facts: string) => ({ facts, opinion: 'She was calmer', childsWords: '' });
  const send = (
    facts: string,
    changes: Partial<SendRecording> = {},
    idempotencyKey: string = crypto.randomUUID(),
  ) =>
    carer.call(myRecordingRoutes.send, {
      body: { accountId: childId, coversFrom: day(0), coversTo: day(0), content: words(facts), ...changes },
      idempotencyKey,
    });
  const search = async (body: SearchRecordings) =>
    (await carer.call(myRecordingRoutes.search, { body })).body.items.map(({ excerpt }) => excerpt);
  const read = (worker: TestClient, id: string) => worker.call(recordingRoutes.get, { params: { id } });
  const mine = async (id: string) => (await carer.call(myRecordingRoutes.get, { params: { id } })).body;
  const open = async (worker: TestClient) =>
    (await worker.call(recordingRoutes.list, { query: { view: 'to_countersign' } })).body.items;
  const countersign = (worker: TestClient, recordingIds: string[]) =>
    worker.call(recordingRoutes.countersign, { body: { recordingIds }, idempotencyKey: crypto.randomUUID() });

  it('is read and countersigned by the supervising worker, which the carer sees', async () => {
    const { recordingId: id } = (await send('We went to the farm')).body;
    expect((await open(olivia)).find((one) => one.id === id)).toMatchObject({ isRead: false, daysLate: 0 });
    expect((await open(daniel)).some((one) => one.id === id)).toBe(false);
    expect((await mine(id)).isRead).toBe(false);
    expect((await countersign(olivia, [id])).body).toMatchObject({ code: 'RECORDING_NOT_READ' });
    const listedToCarer = async () =>
      (await carer.call(myRecordingRoutes.search, { body: {} })).body.items.find((one) => one.id === id);
    expect(await listedToCarer()).toMatchObject({ isRead: false });
    expect((await read(olivia, id)).body.content).toEqual(words('We went to the farm'));
    expect((await mine(id)).isRead).toBe(true);
    expect(await listedToCarer()).toMatchObject({ isRead: true });
    expect((await countersign(olivia, [id])).body).toEqual({ count: 1 });
    expect((await countersign(olivia, [id])).body).toMatchObject({ code: 'STATE_CHANGED' });
    const own = await mine(id);
    expect(own).toMatchObject({ countersignedBy: 'Olivia Hart', needsCountersign: false });
    expect(own.readBy).toMatchObject([{ name: 'Olivia Hart' }]);
    const counts = (await olivia.call(inboxRoutes.counts)).body;
    expect(counts.toCountersign).toBe((await open(olivia)).length);
  });

  it('is added to and never changed; what was added waits for a countersign of its own', async () => {
    const { recordingId: id } = (await send('First')).body;
    await read(olivia, id);
    await countersign(olivia, [id]);
    const addition = {
      params: { id },
      body: { content: words('And this') },
      idempotencyKey: crypto.randomUUID(),
    };
    expect((await carer.call(myRecordingRoutes.add, addition)).status).toBe(200);
    expect((await carer.call(myRecordingRoutes.add, addition)).status).toBe(200);
    const again = (await open(olivia)).find((one) => one.id === id)!;
    expect(again).toMatchObject({ isRead: false, additionCount: 1, needsCountersign: true });
    expect(again.countersignedAt).not.toBeNull();
    const { additions } = (await read(olivia, id)).body;
    expect(additions).toMatchObject([{ content: words('And this'), countersignedAt: null }]);
    await countersign(olivia, [id]);
    expect((await read(olivia, id)).body.additions[0]!.countersignedAt).not.toBeNull();
  });

  it('countersigns a batch all or not at all, and once when two press at once', async () => {
    const ids = [(await send('One')).body.recordingId, (await send('Two')).body.recordingId];
    for (const id of ids) await read(olivia, id);
    expect((await countersign(olivia, [...ids, crypto.randomUUID()])).status).toBe(404);
    expect((await open(olivia)).filter(({ id }) => ids.includes(id))).toHaveLength(2);
    const both = await Promise.all([countersign(olivia, ids), countersign(olivia, ids)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is sent once, however often it is pressed', async () => {
    const key = crypto.randomUUID();
    await Promise.all([1, 2, 3].map(() => send('Only once', {}, key)));
    expect(await search({ text: 'only ONCE' })).toEqual(['Only once']);
  });

  it.each([
    ['a day that lies ahead', { coversTo: 1 }, 'coversTo', 'DATE_IN_FUTURE'],
    ['days that run backwards', { coversFrom: 0, coversTo: -1 }, 'coversTo', 'INVALID_DATE'],
    ['more than seven days', { coversFrom: -7 }, 'coversTo', 'INVALID_DATE'],
  ])('refuses %s', async (__, { coversFrom = 0, coversTo = 0 }: Record<string, number>, field, code) => {
    const refused = await send('x', { coversFrom: day(coversFrom), coversTo: day(coversTo) });
    expect(refused).toMatchObject({ status: 400, body: { fields: { [field]: code } } });
  });

  it('is about a child, not about the carer, and about none but their own', async () => {
    expect((await send('x', { accountId: carerId })).status).toBe(400);
    expect((await send('x', { accountId: crypto.randomUUID() })).status).toBe(404);
  });

  it('tells how late it came', async () => {
    const { recordingId: id } = (await send('Late', { coversFrom: day(-5), coversTo: day(-4) })).body;
    expect((await open(olivia)).find((one) => one.id === id)).toMatchObject({ daysLate: 4 });
  });

  it('is searched by its writer, over words, days and children', async () => {
    await send('The dentist at noon', { coversFrom: day(-3), coversTo: day(-3) });
    expect(await search({ text: 'DENTIST noon' })).toEqual(['The dentist at noon']);
    expect(await search({ text: 'dentist', coversFrom: day(-2) })).toEqual([]);
    expect(await search({ text: 'dentist', coversTo: day(-3), accountId: childId })).toHaveLength(1);
    expect(await search({ accountId: carerId })).toEqual([]);
    const children = (await carer.call(myRecordingRoutes.listChildren)).body.items;
    expect(children.map(({ accountId }) => accountId)).toEqual([childId]);
  });

  it('another team sees nothing of it', async () => {
    const { recordingId: id } = (await send('Private')).body;
    expect((await read(stranger, id)).status).toBe(404);
    expect((await countersign(stranger, [id])).status).toBe(404);
    const ofChild = { query: { view: 'to_countersign', childId } } as const;
    expect((await stranger.call(recordingRoutes.list, ofChild)).status).toBe(404);
    expect((await daniel.call(recordingRoutes.list, ofChild)).body.items.map((one) => one.id)).toContain(id);
  });

  it('Recording sent as message: convert to recording keeps the original, and files it once', async () => {
    const started = await carer.call(myMessageRoutes.startThread, {
      body: {
        accountId: childId,
        typeId: '01890000-0000-7000-8000-000000000001',
        recipient: 'team',
        subject: 'Today',
        body: 'She slept through the night',
        isPrivate: false,
      },
      idempotencyKey: crypto.randomUUID(),
    });
    const { threadId, messageId } = started.body;
    const file = () =>
      olivia.call(inboxRoutes.convert, {
        params: { id: threadId },
        body: { messageId, childId, coversFrom: day(0), coversTo: day(0) },
        idempotencyKey: crypto.randomUUID(),
      });
    const { recordingId } = (await file()).body;
    expect((await file()).body).toMatchObject({ code: 'STATE_CHANGED' });
    const recording = (await read(olivia, recordingId)).body;
    expect(recording).toMatchObject({
      fromThreadId: threadId,
      content: { facts: 'She slept through the night' },
    });
    const thread = (await olivia.call(inboxRoutes.get, { params: { id: threadId }, query: {} })).body;
    expect(thread.messages[0]!.body).toBe('She slept through the night');
    expect(thread.history.at(-1)).toMatchObject({ kind: 'filed_as_recording' });
  });

  it('stays its writer’s after the access has ended, and is then added to no more', async () => {
    const { recordingId: id } = (await send('The last one')).body;
    const { items } = (await olivia.call(accessRoutes.list, { query: { carerId } })).body;
    const access = items.find(({ accountId }) => accountId === childId)!;
    await olivia.call(accessRoutes.end, { params: { id: access.id }, body: { reason: 'Moved' } });
    expect((await carer.call(myRecordingRoutes.get, { params: { id } })).body).toMatchObject({
      canAdd: false,
    });
    expect(await search({ text: 'last one' })).toEqual(['The last one']);
    expect((await send('After')).body).toMatchObject({ code: 'ACCESS_ENDED' });
    const addition = { params: { id }, body: { content: words('x') }, idempotencyKey: crypto.randomUUID() };
    expect((await carer.call(myRecordingRoutes.add, addition)).body).toMatchObject({ code: 'ACCESS_ENDED' });
  });
});
