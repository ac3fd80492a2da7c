import { myMessageRoutes, personRoutes, type StartThread } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '../database/database.js';
import { Correspondence, type Home } from '../testing/correspondence.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';

const TEAM = 'Fostering team north';

describeOnEachDatabase('8.5 who gets it', (_, engine) => {
  let service: TestApp;
  let post: Correspondence;
  let home: Home;
  let alone: Home;

  /** Olivia is the child's worker, Daniel supervises the carer; nobody looks after the other family. */
  beforeAll(async () => {
    service = await openTestApp(engine);
    post = await Correspondence.open(service);
    home = await post.home('Looked');
    alone = await post.home('Alone');
    await post.allocate(home.childId, 'Olivia', 'childs_worker');
    await post.allocate(home.carerId, 'Daniel', 'supervising_worker');
  }, 90_000);
  afterAll(() => service.close());

  const recipients = async (carer: TestClient, id: string) =>
    (await carer.call(myMessageRoutes.listRecipients, { params: { id } })).body.items;
  /** Whom the message went to, as the carer and the worker are told. */
  const send = async (from: Home, letter: Partial<StartThread>, accountId = from.childId) => {
    const { body } = await post.start(from.carer, accountId, letter);
    const { addresseeName, state } = (await post.open(post.olivia, body.threadId)).body;
    const { withWhom } = (await post.thread(from.carer, body.threadId)).body;
    return { sentTo: body.sentTo, addresseeName, withWhom, state };
  };
  const goneTo = (name: string) => ({ sentTo: name, addresseeName: name, withWhom: name, state: 'new' });
  const toTeam = { sentTo: TEAM, addresseeName: null, withWhom: TEAM, state: 'new' };
  const setActive = (firstName: string, isActive: number) =>
    post.council
      .workerId(firstName)
      .then((id) =>
        service.get(Database).query('UPDATE workers SET isActive = ? WHERE id = ?', [isActive, id]),
      );
  const openAlarms = async () =>
    (await post.council.openTasks(post.olivia)).filter(({ kind }) => kind === 'nobody_allocated');

  it('is shown before the carer writes: the child’s worker, their own, and the team', async () => {
    expect(await recipients(home.carer, home.childId)).toEqual([
      { choice: 'childs_worker', workerName: 'Olivia Hart', teamName: TEAM, cover: null },
      { choice: 'supervising_worker', workerName: 'Daniel Osei', teamName: TEAM, cover: null },
      { choice: 'team', workerName: null, teamName: TEAM, cover: null },
    ]);
    const own = await recipients(home.carer, home.carerId);
    expect(own.map(({ choice }) => choice)).toEqual(['supervising_worker', 'team']);
    const nobody = await recipients(alone.carer, alone.childId);
    expect(nobody).toEqual([{ choice: 'team', workerName: null, teamName: TEAM, cover: null }]);
  });

  it('is whom the carer chose', async () => {
    expect(await send(home, { recipient: 'childs_worker' })).toEqual(goneTo('Olivia Hart'));
    expect(await send(home, { recipient: 'supervising_worker' })).toEqual(goneTo('Daniel Osei'));
    expect(await send(home, { recipient: 'supervising_worker' }, home.carerId)).toEqual(
      goneTo('Daniel Osei'),
    );
    expect(await send(home, { recipient: 'team' })).toEqual(toTeam);
    expect(await openAlarms()).toEqual([]);
  });

  it('5.14 is whom the subject names, among those who look after the account alone', async () => {
    const unsure = (subject: string) => send(home, { recipient: 'unsure', subject });
    expect(await unsure('FAO olivia hart, school')).toEqual(goneTo('Olivia Hart'));
    expect(await unsure('Daniel Osei')).toEqual(goneTo('Daniel Osei'));
    for (const subject of ['School', 'Olivia', 'Olivia Hart and Daniel Osei', 'Ruth Bellamy']) {
      expect(await unsure(subject)).toEqual(toTeam);
    }
    expect(await send(home, { recipient: 'unsure', subject: 'Olivia Hart' }, home.carerId)).toEqual(toTeam);
  });

  it('5.14 is never a namesake elsewhere', async () => {
    await post.council.newWorker('Olivier', await post.council.newTeam('Fostering team south'));
    await post.allocate(home.childId, 'Olivier', 'childs_worker');
    expect(await send(home, { recipient: 'unsure', subject: 'Olivia Hart' })).toEqual(toTeam);
    const named = { recipient: 'unsure', subject: 'Olivier Newly' } as const;
    expect((await post.start(home.carer, home.childId, named)).body.sentTo).toBe('Olivier Newly');
    await post.allocate(home.childId, 'Olivia', 'childs_worker');
    expect((await post.start(home.carer, home.childId, named)).body.sentTo).toBe(TEAM);
  });

  it('worker left: the team’s queue, and an alarm', async () => {
    await setActive('Daniel', 0);
    const choices = (await recipients(home.carer, home.childId)).map(({ choice }) => choice);
    expect(choices).toEqual(['childs_worker', 'team']);
    expect(await send(home, { recipient: 'supervising_worker' })).toEqual(toTeam);
    expect(await openAlarms()).toMatchObject([{ personId: home.carerId, isUrgent: false }]);
    expect(await send(home, { recipient: 'unsure', subject: 'Daniel Osei' })).toEqual(toTeam);
    expect(await openAlarms()).toHaveLength(1);
    await setActive('Daniel', 1);
  });

  it('none allocated: the team’s queue, and one alarm however often they write', async () => {
    for (const recipient of ['team', 'childs_worker', 'unsure'] as const) {
      expect(await send(alone, { recipient })).toEqual(toTeam);
    }
    const alarms = (await openAlarms()).filter(({ personId }) => personId === alone.childId);
    expect(alarms).toHaveLength(1);
  });

  it('is not a child’s worker in the carer’s own account', async () => {
    const refused = await post.start(home.carer, home.carerId, { recipient: 'childs_worker' });
    expect(refused).toMatchObject({ status: 400, body: { fields: { recipient: 'INVALID' } } });
  });

  it('is the carer’s team when the account has none', async () => {
    await service.get(Database).query('UPDATE people SET teamId = NULL WHERE id = ?', [alone.childId]);
    expect((await post.start(alone.carer, alone.childId)).body.sentTo).toBe(TEAM);
    await service.get(Database).query('UPDATE people SET teamId = NULL WHERE id = ?', [alone.carerId]);
    const sent = await post.start(alone.carer, alone.childId);
    expect(sent.body.sentTo).toBeNull();
    expect((await post.thread(alone.carer, sent.body.threadId)).body.withWhom).toBe('');
  });

  it('is a worker of another team too, whose queue it waits in', async () => {
    const south = await post.council.newTeam('Fostering team west');
    const westerly = await post.council.newWorker('Westerly', south);
    await post.allocate(home.childId, 'Westerly', 'childs_worker');
    const { body } = await post.start(home.carer, home.childId, { recipient: 'childs_worker' });
    expect(body.sentTo).toBe('Westerly Newly');
    expect((await post.open(westerly, body.threadId)).status).toBe(200);
    const person = await westerly.call(personRoutes.get, { params: { id: home.childId } });
    expect(person.status).toBe(200);
  });
});
