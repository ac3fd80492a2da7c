import { challengeRoutes, mySignInRoutes, signInRoutes } from '@cso/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../database/database.js';
import { openTestIdentity, type TestIdentity } from '../../testing/test-identity.js';
import { TestCarer } from '../../testing/test-carer.js';

const MINUTE_MS = 60_000;
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0';

describe.each(['sqlite', 'mariadb'] as const)('5.13 where a carer is signed in on %s', (engine) => {
  let service: TestIdentity;
  let desk: TestCarer;
  let phone: TestCarer;
  let people = 0;
  beforeAll(async () => void (service = await openTestIdentity(engine)));
  afterAll(() => service.close());
  beforeEach(async () => {
    people += 1;
    service.clock.advance(48 * 3_600_000);
    desk = await signedIn('desk');
    service.clock.advance(2 * MINUTE_MS);
    phone = new TestCarer(service, desk.email);
    await phone.signIn();
    await phone.proveByText();
  });

  async function signedIn(name: string): Promise<TestCarer> {
    const carer = new TestCarer(service, `${name}${people}@carers.example`);
    await carer.setUp(`07400 ${name === 'desk' ? 100_000 + people : 200_000 + people}`);
    return carer;
  }
  const list = async (carer: TestCarer) => (await carer.browser.call(mySignInRoutes.listSessions)).body.items;
  const end = (carer: TestCarer, id: string) =>
    carer.browser.call(mySignInRoutes.endSession, { params: { id } });
  const stageOf = async (carer: TestCarer) => (await carer.session()).body.stage;

  it('lists the devices that are signed in, last used first, and nothing that would let them in', async () => {
    service.clock.advance(MINUTE_MS);
    const items = await list(desk);
    expect(items).toMatchObject([{ isCurrent: true }, { isCurrent: false }]);
    expect(Object.keys(items[0]!).sort()).toEqual(
      ['id', 'isCurrent', 'browser', 'operatingSystem', 'signedInAt', 'lastActivityAt'].sort(),
    );
    expect(items[0]!.lastActivityAt).toBe(service.clock.now().toISOString());
    const other = await signedIn('other');
    expect(await list(other)).toHaveLength(1);
  });

  it('names the browser and the system of a device', async () => {
    service.clock.advance(MINUTE_MS);
    const tablet = new TestCarer(service, desk.email);
    await tablet.signIn();
    const { body } = await tablet.sendCode();
    await tablet.browser.call(challengeRoutes.verify, {
      params: { id: body.id },
      body: { code: await tablet.textedCode() },
      headers: { 'user-agent': FIREFOX },
    });
    const [current] = await list(tablet);
    expect(current).toMatchObject({ isCurrent: true, browser: 'firefox', operatingSystem: 'linux' });
  });

  it('leaves out what is idle, logged out or only half signed in', async () => {
    await desk.browser.call(signInRoutes.signOut);
    const half = new TestCarer(service, desk.email);
    await half.signIn();
    expect(await list(phone)).toHaveLength(1);
  });

  it('logs another device out, whose next request is refused, and says the same a second time', async () => {
    const other = (await list(desk)).find(({ isCurrent }) => !isCurrent)!;
    expect((await end(desk, other.id)).status).toBe(204);
    expect(await phone.browser.call(signInRoutes.recordActivity)).toMatchObject({
      status: 401,
      body: { code: 'NOT_SIGNED_IN' },
    });
    expect((await end(desk, other.id)).status).toBe(204);
    const ended = await service
      .get(Database)
      .query<unknown[]>("SELECT * FROM audit_events WHERE action = 'session.ended' AND objectId = ?", [
        other.id,
      ]);
    expect(ended).toHaveLength(1);
  });

  it('logs this device out as Log out does', async () => {
    const current = (await list(desk)).find(({ isCurrent }) => isCurrent)!;
    const left = await end(desk, current.id);
    expect(left.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(await stageOf(desk)).toBe('signed_out');
    expect(await stageOf(phone)).toBe('signed_in');
  });

  it('cannot log anybody else out, nor tell whether they are there', async () => {
    const other = await signedIn('other');
    const [theirs] = await list(other);
    const foreign = await end(desk, theirs!.id);
    const unknown = await end(desk, '019c0000-0000-7000-8000-0000000000ff');
    expect([foreign.status, foreign.body.code]).toEqual([404, 'NOT_FOUND']);
    expect([unknown.status, unknown.body.code]).toEqual([404, 'NOT_FOUND']);
    expect(await stageOf(other)).toBe('signed_in');
  });

  it('logs out of all devices, this one and whoever is half signed in included', async () => {
    const half = new TestCarer(service, desk.email);
    await half.signIn();
    const left = await desk.browser.call(mySignInRoutes.endAllSessions);
    expect(left.status).toBe(204);
    expect(left.headers['clear-site-data']).toBe('"cache", "storage"');
    for (const carer of [desk, phone, half]) expect(await stageOf(carer)).toBe('signed_out');
  });
});
