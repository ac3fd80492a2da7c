import { accessRoutes, invitationRoutes, personRoutes } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '../database/database.js';
import { everythingStored } from '../testing/everything-stored.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';
import { Council, type Family } from '../testing/council.js';

const WRONG = 'ABCD-2345';
const DAY = 86_400_000;

describeOnEachDatabase('5.1 the unique code', (_, engine) => {
  let service: TestApp;
  let council: Council;
  let olivia: TestClient;
  let ruth: TestClient;
  let teamId: string;

  beforeAll(async () => {
    service = await openTestApp(engine);
    council = new Council(service);
    olivia = await council.workerAt('Olivia');
    ruth = await council.workerAt('Ruth');
    const query = 'SELECT teamId FROM people LIMIT 1';
    teamId = (await service.get(Database).query<{ teamId: string }[]>(query))[0]!.teamId;
  }, 30_000);
  afterAll(() => service.close());

  const invited = async (name: string): Promise<Family & { id: string; code: string }> => {
    const family = await council.family(olivia, name);
    const { body } = await council.invite(olivia, family.carerId, family.all);
    return { ...family, id: body.id, code: await council.uniqueCode(family.email) };
  };
  const lock = async (worker: TestClient, id: string) => {
    for (let time = 0; time < 5; time += 1) await council.confirm(worker, id, WRONG);
  };
  const triesOf = async (id: string) => {
    const sql = `SELECT state, wrongTries FROM invitations WHERE id = '${id}'`;
    return (await service.get(Database).query<object[]>(sql))[0];
  };

  it('compares five of 200 wrong codes that arrive at once, and locks', async () => {
    const { id, code } = await invited('Parallel');
    const guessers = [await council.newWorker('Guesser', teamId), await council.newWorker('Helper', teamId)];
    const guesses = Array.from({ length: 200 }, (_, index) =>
      council.confirm(guessers[index % 2]!, id, WRONG),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.every((status) => [409, 422, 429].includes(status))).toBe(true);
    expect(await triesOf(id)).toMatchObject({ state: 'locked', wrongTries: 5 });
    const right = await council.confirm(olivia, id, code);
    expect(right).toMatchObject({ status: 409, body: { code: 'INVITATION_LOCKED' } });
  }, 20_000);

  it('makes a lock an urgent task, and lets only a team manager open it, with a new code', async () => {
    const { id, code, email } = await invited('Locked');
    await lock(await council.newWorker('Clumsy', teamId), id);
    const task = (await council.openTasks(olivia)).find(({ about }) => about?.id === id);
    expect(task).toMatchObject({ kind: 'invitation_locked', isUrgent: true });

    const params = { id };
    const resent = await olivia.call(invitationRoutes.resend, { params });
    expect(resent).toMatchObject({ status: 409, body: { code: 'INVITATION_LOCKED' } });
    expect((await olivia.call(invitationRoutes.unlock, { params })).status).toBe(403);
    const unlocked = await ruth.call(invitationRoutes.unlock, { params });
    expect(unlocked.body).toMatchObject({ state: 'code_sent', triesLeft: 5, resendsLeftToday: 3 });
    const again = await ruth.call(invitationRoutes.unlock, { params });
    expect(again).toMatchObject({ status: 409, body: { code: 'STATE_CHANGED' } });

    expect((await council.confirm(olivia, id, code)).status).toBe(422);
    expect((await council.confirm(olivia, id, await council.uniqueCode(email))).status).toBe(200);
    expect((await council.openTasks(olivia)).map(({ about }) => about?.id)).not.toContain(id);
  });

  it('refuses what cannot be a code without counting it as a guess', async () => {
    const { id, code } = await invited('Mumbler');
    for (const typed of ['ABC', '0O1I-LU00', 'O0II-LLLL']) {
      const refused = await council.confirm(olivia, id, typed);
      expect(refused).toMatchObject({ status: 400, body: { fields: { code: 'INVALID_CODE' } } });
    }
    expect(await triesOf(id)).toMatchObject({ wrongTries: 0 });
    expect((await council.confirm(olivia, id, code)).status).toBe(200);
  });

  it('counts a worker’s wrong codes over all invitations, 20 a day, and no right ones', async () => {
    const typist = await council.newWorker('Typist', teamId);
    const right = await invited('Right');
    expect((await council.confirm(typist, right.id, right.code)).status).toBe(200);
    for (const name of ['Many1', 'Many2', 'Many3', 'Many4']) await lock(typist, (await invited(name)).id);
    const { id, code } = await invited('Many5');
    const refused = await council.confirm(typist, id, code);
    expect(refused).toMatchObject({ status: 429, body: { code: 'TOO_MANY_TRIES' } });
    expect(refused.headers['retry-after']).toBeDefined();
    expect((await council.confirm(olivia, id, code)).status).toBe(200);
  });

  it('gives one answer for a wrong code, one of another invitation, a void and an expired one', async () => {
    const first = await invited('First');
    const second = await invited('Second');
    const wrong = await council.confirm(olivia, first.id, WRONG);
    const foreign = await council.confirm(olivia, first.id, second.code);
    await olivia.call(invitationRoutes.resend, { params: { id: first.id } });
    const replaced = await council.confirm(olivia, first.id, first.code);
    const newest = await council.uniqueCode(first.email);
    service.clock.advance(14 * DAY);
    olivia = await council.workerAt('Olivia');
    ruth = await council.workerAt('Ruth');
    const expired = await council.confirm(olivia, first.id, newest);
    expect(wrong).toMatchObject({ status: 422, body: { code: 'CODE_NOT_ACCEPTED' } });
    for (const { status, body } of [foreign, replaced, expired]) {
      expect({ status, body: { ...body, requestId: '' } }).toEqual({
        status: 422,
        body: { ...wrong.body, requestId: '' },
      });
    }
  });

  it('is a stranger’s business to no other team: the same answer as for an id that does not exist', async () => {
    const { id, code } = await invited('Ours');
    const south = await council.newTeam('Fostering team south');
    const stranger = await council.newWorker('Stranger', south, 'team_manager');
    const unknown = '019c0000-0000-7000-8000-000000000009';
    const answers = await Promise.all(
      [id, unknown].map(async (which) => [
        await stranger.call(invitationRoutes.get, { params: { id: which } }),
        await council.confirm(stranger, which, code),
        await stranger.call(invitationRoutes.resend, { params: { id: which } }),
        await stranger.call(invitationRoutes.unlock, { params: { id: which } }),
        await stranger.call(invitationRoutes.cancel, { params: { id: which }, body: { reason: 'No' } }),
        await stranger.call(accessRoutes.refuse, {
          params: { id: which },
          body: { accessIds: [unknown], reason: 'No' },
        }),
      ]),
    );
    const [ours, nobodys] = answers.map((replies) =>
      replies.map(({ status, body }) => ({ status, body: { ...(body as object), requestId: '' } })),
    );
    expect(ours).toEqual(nobodys);
    expect(ours!.every(({ status }) => status === 404)).toBe(true);
    expect(await triesOf(id)).toMatchObject({ state: 'code_sent', wrongTries: 0 });
    expect((await stranger.call(invitationRoutes.list, { query: {} })).body.items).toEqual([]);
  });

  it('may be confirmed by any worker of the team while the issuer is away', async () => {
    const { id, code } = await invited('Away');
    const daniel = await council.workerAt('Daniel');
    const confirmed = await council.confirm(daniel, id, code);
    expect(confirmed.body).toMatchObject({ invitedBy: 'Olivia Hart', confirmedBy: 'Daniel Osei' });
  });

  it('is void once the address on the carer’s record has been corrected', async () => {
    const { id, code, carerId } = await invited('Typo');
    const body = { email: 'corrected@carers.example' };
    await olivia.call(personRoutes.update, { params: { id: carerId }, body });
    const refused = await council.confirm(olivia, id, code);
    expect(refused).toMatchObject({ status: 409, body: { code: 'INVITATION_CLOSED' } });
    const resent = await olivia.call(invitationRoutes.resend, { params: { id } });
    expect(resent).toMatchObject({ status: 409, body: { code: 'INVITATION_CLOSED' } });
    expect((await council.invite(olivia, carerId, [carerId])).body.accesses).toHaveLength(2);
  });

  it('stands in no reply, no log line and nowhere in the database', async () => {
    const { id, code } = await invited('Secret');
    const plain = code.replace('-', '');
    const shown = await olivia.call(invitationRoutes.get, { params: { id } });
    const confirmed = await council.confirm(olivia, id, code);
    const texts = [JSON.stringify(shown.body), JSON.stringify(confirmed.body), ...service.log];
    texts.push(await everythingStored(service.get(Database)));
    expect(texts.join('\n')).toContain(id);
    expect(texts.some((text) => text.includes(code) || text.includes(plain))).toBe(false);
  });
});
