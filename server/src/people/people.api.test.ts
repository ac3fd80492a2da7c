import { personRoutes, type Person } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Council } from '../testing/council.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';

describeOnEachDatabase('people', (_, engine) => {
  let service: TestApp;
  let council: Council;
  let olivia: TestClient;
  let stranger: TestClient;
  let childId: string;
  let carerId: string;

  beforeAll(async () => {
    service = await openTestApp(engine);
    council = new Council(service);
    olivia = await council.workerAt('Olivia');
    stranger = await council.newWorker('Stranger', await council.newTeam('Fostering team south'));
    carerId = (await createCarer('Zoë', 'O’Brien-Núñez', 'zoe@carers.example')).body.id;
    childId = (await createChild('2016-04-01')).body.id;
  }, 30_000);
  afterAll(() => service.close());

  const createCarer = (firstName: string, lastName: string, email: string, worker = olivia) =>
    worker.call(personRoutes.createCarer, { body: { firstName, lastName, email } });
  const createChild = (dateOfBirth: string) =>
    olivia.call(personRoutes.createChild, { body: { firstName: 'Tom', lastName: 'Reed', dateOfBirth } });
  const search = async (text: string, worker = olivia, cursor?: string) =>
    (await worker.call(personRoutes.search, { body: { text, ...(cursor ? { cursor } : {}) } })).body;
  const namesFor = async (text: string, worker = olivia) =>
    (await search(text, worker)).items.map(({ firstName }) => firstName);
  const place = (startsOn: string) =>
    olivia.call(personRoutes.placeChild, { body: { carerId, childId, startsOn } });
  const update = (id: string, body: object) => olivia.call(personRoutes.update, { params: { id }, body });

  it.each(['zoe', 'ZOË', 'obrien', 'o’brien', "o'brien", 'brien', 'nunez', 'núñ', 'nun zo'])(
    'are found by %s',
    async (text) => {
      expect(await namesFor(text)).toEqual(['Zoë']);
    },
  );

  it.each(['oe', 'zoe khan', 'x'])('are not found by %s', async (text) => {
    expect(await namesFor(text)).not.toContain('Zoë');
  });

  it('of another team cannot be found, opened or changed', async () => {
    expect(await namesFor('', stranger)).toEqual([]);
    const unknown = '019c0000-0000-7000-8000-000000000009';
    const replies = await Promise.all(
      [carerId, unknown].map(async (id) => [
        await stranger.call(personRoutes.get, { params: { id } }),
        await stranger.call(personRoutes.update, { params: { id }, body: { firstName: 'X' } }),
        await stranger.call(personRoutes.linkHousehold, { params: { id }, body: { withPersonId: id } }),
      ]),
    );
    const [known, nobody] = replies.map((list) =>
      list.map(({ status, body }) => ({ status, body: { ...body, requestId: '' } })),
    );
    expect(known).toEqual(nobody);
    expect(known!.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it('come in pages, and a cursor that was never given is refused', async () => {
    for (let index = 10; index < 65; index += 1)
      await createCarer(`Page${index}`, 'Turner', `page${index}@carers.example`);
    const first = await search('turner');
    expect(first.items).toHaveLength(50);
    const second = await search('turner', olivia, first.nextCursor);
    expect(second.items).toHaveLength(5);
    expect(second.nextCursor).toBeUndefined();
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(55);
    for (const cursor of ['-1', '1.5', '1e999', 'abc']) {
      const refused = await olivia.call(personRoutes.search, { body: { text: '', cursor } });
      expect(refused).toMatchObject({ status: 422, body: { fields: { cursor: 'INVALID' } } });
    }
  });

  it.each(['Sam', 'Noor'])('are no business of %s, who works without records', async (name) => {
    const worker = await council.workerAt(name);
    const replies = [
      await worker.call(personRoutes.search, { body: { text: '' } }),
      await worker.call(personRoutes.get, { params: { id: carerId } }),
      await createCarer('No', 'One', 'no@carers.example', worker),
    ];
    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  it('have an address that no other carer has, however it is written', async () => {
    const taken = await createCarer('Another', 'Person', 'ZOE@Carers.example');
    expect(taken).toMatchObject({ status: 409, body: { code: 'EMAIL_TAKEN' } });
    const other = (await createCarer('Other', 'Person', 'other@carers.example')).body;
    const changed = await update(other.id, { email: 'zoe@carers.example' });
    expect(changed).toMatchObject({ status: 409, body: { code: 'EMAIL_TAKEN' } });
    expect((await update(carerId, { email: 'zoe@carers.example', phone: null })).status).toBe(200);
    const raced = [1, 2].map(() => createCarer('Raced', 'Person', 'raced@carers.example'));
    expect((await Promise.all(raced)).map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('are not born in the future, and only carers are written to', async () => {
    const future = await createChild('2026-03-03');
    expect(future).toMatchObject({ status: 422, body: { fields: { dateOfBirth: 'DATE_IN_FUTURE' } } });
    expect((await createChild('2026-03-02')).status).toBe(200);
    expect((await update(childId, { dateOfBirth: '2031-01-01' })).body.fields).toEqual({
      dateOfBirth: 'DATE_IN_FUTURE',
    });
    expect((await update(childId, { email: 'child@carers.example' })).body.fields).toEqual({
      email: 'INVALID',
    });
    expect((await update(carerId, { dateOfBirth: '1980-01-01' })).body.fields).toEqual({
      dateOfBirth: 'INVALID',
    });
  });

  it('are placed once at a time with the same carer, from a day that may lie ahead', async () => {
    const both = (await Promise.all([place('2026-04-01'), place('2026-04-01')])).map(({ status }) => status);
    expect(both.sort()).toEqual([200, 409]);
    expect(await place('2027-01-01')).toMatchObject({ status: 409, body: { code: 'PLACEMENT_OVERLAPS' } });
    const { placements } = (await olivia.call(personRoutes.get, { params: { id: childId } })).body;
    const params = { id: placements[0]!.id };
    const before = await olivia.call(personRoutes.endPlacement, { params, body: { endsOn: '2026-03-31' } });
    expect(before.body.fields).toEqual({ endsOn: 'INVALID_DATE' });
    const end = () => olivia.call(personRoutes.endPlacement, { params, body: { endsOn: '2026-06-30' } });
    expect((await end()).status).toBe(200);
    expect((await end()).body).toMatchObject({ code: 'STATE_CHANGED' });
    expect((await place('2026-06-30')).status).toBe(409);
    expect((await place('2026-07-01')).body.placements).toHaveLength(2);
  });

  it('foster together once they are linked, as often as it is said', async () => {
    const other = (await createCarer('Kit', 'Lowe', 'kit@carers.example')).body;
    const link = () =>
      olivia.call(personRoutes.linkHousehold, { params: { id: carerId }, body: { withPersonId: other.id } });
    await link();
    expect((await link()).body.household).toEqual([{ id: other.id, name: 'Kit Lowe' }]);
    const seen = (await olivia.call(personRoutes.get, { params: { id: other.id } })).body as Person;
    expect(seen.household.map(({ id }) => id)).toEqual([carerId]);
  });

  it('keep the history of the workers who looked after them', async () => {
    const allocate = (workerId: string) =>
      olivia.call(personRoutes.allocateWorker, {
        params: { id: childId },
        body: { workerId, role: 'childs_worker' },
      });
    const one = await council.workerId('Olivia');
    const two = await council.workerId('Daniel');
    await allocate(one);
    service.clock.advance(60_000);
    const { allocations } = (await allocate(two)).body;
    const at = service.clock.now().toISOString();
    expect(
      allocations.map(({ workerName, startsAt, endsAt }) => [workerName, startsAt === at, endsAt]),
    ).toEqual([
      ['Daniel Osei', true, null],
      ['Olivia Hart', false, at],
    ]);
  });

  it('are born today once it is today in London', async () => {
    service.clock.set('2026-07-14T22:59:59.000Z');
    olivia = await council.workerAt('Olivia');
    expect((await createChild('2026-07-15')).status).toBe(422);
    service.clock.advance(1000);
    expect((await createChild('2026-07-15')).status).toBe(200);
    expect((await createChild('2026-07-16')).status).toBe(422);
  });
});
