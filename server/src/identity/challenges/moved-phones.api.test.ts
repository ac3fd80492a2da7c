import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../database/database.js';
import { openTestIdentity, ports, type TestIdentity } from '../../testing/test-identity.js';
import { TestCarer } from '../../testing/test-carer.js';

const DAY_MS = 86_400_000;
const refused = { status: 409, body: { code: 'PHONE_MOVED' } };

describe.each(['sqlite', 'mariadb'] as const)('5.5 a number on a new SIM on %s', (engine) => {
  let service: TestIdentity;
  let carer: TestCarer;
  let people = 0;
  beforeAll(async () => void (service = await openTestIdentity(engine)));
  afterAll(() => service.close());
  beforeEach(async () => {
    people += 1;
    service.clock.advance(2 * DAY_MS);
    service.gateways.movedAt = null;
    carer = new TestCarer(service, `carer${people}@carers.example`);
    await service.get(Database).query('DELETE FROM tasks');
  });

  const moved = (agoMs: number) => {
    service.gateways.movedAt = new Date(service.clock.now().getTime() - agoMs);
  };
  const sent = async () => {
    await service.deliver();
    return service.gateways.texts.length + service.gateways.calls.length;
  };

  it.each(['text', 'call'] as const)('gets no %s at sign-in, and the team is told', async (channel) => {
    await carer.setUp(`07400 ${100_000 + people}`);
    await carer.signIn();
    moved(7 * DAY_MS - 1);
    const before = await sent();
    expect(await carer.sendCode(channel)).toMatchObject(refused);
    expect(await sent()).toBe(before);
    const tasks = await service.get(Database).query('SELECT kind, personId, isUrgent FROM tasks');
    expect(tasks).toMatchObject([{ kind: 'phone_moved', personId: ports.carer.id, isUrgent: 1 }]);
  });

  it('gets none at set-up either', async () => {
    await carer.verifyEmail();
    await carer.createUser();
    moved(0);
    expect(await carer.givePhone(`07400 ${100_000 + people}`)).toMatchObject(refused);
  });

  it('gets them again after seven days', async () => {
    await carer.setUp(`07400 ${100_000 + people}`);
    await carer.signIn();
    moved(7 * DAY_MS);
    expect((await carer.proveByText()).body.stage).toBe('signed_in');
  });
});
