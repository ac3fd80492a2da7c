import { invitationRoutes, myInvitationRoutes, signUpRoutes, type Invitation } from '@cso/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Council } from '../testing/council.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';
import { describeOnEachDatabase } from '../testing/test-database.js';

const MINUTE = 60_000;

describeOnEachDatabase('9.5 the steps of an invitation', (_, engine) => {
  let service: TestApp;
  let council: Council;
  let olivia: TestClient;
  let daniel: TestClient;

  beforeAll(async () => {
    service = await openTestApp(engine);
    council = new Council(service);
    olivia = await council.workerAt('Olivia');
    daniel = await council.workerAt('Daniel');
  }, 30_000);
  afterAll(() => service.close());

  const look = async (id: string): Promise<Invitation> =>
    (await olivia.call(invitationRoutes.get, { params: { id } })).body;
  const namesOf = ({ accesses }: Invitation) =>
    accesses.map(({ acceptedAt, activatedAt }) => [acceptedAt, activatedAt]);
  /** A minute later, and what the clock then shows. */
  const later = (): string => {
    service.clock.advance(MINUTE);
    return service.clock.now().toISOString();
  };

  it('are shown with when each was reached, name by name', async () => {
    const family = await council.family(olivia, 'Stepping');
    const { id } = await council.inviteAndConfirm(olivia, family.carerId, family.all);
    expect(await look(id)).toMatchObject({ state: 'link_sent', user: null });

    const signedUpAt = later();
    const carer = await council.signUp(family.email, family.number);
    expect(await look(id)).toMatchObject({
      state: 'link_sent',
      user: { signedUpAt, isPhoneConfirmed: true },
    });
    await carer.call(myInvitationRoutes.list);

    const acceptedAt = later();
    await council.accept(carer, 1);
    expect(namesOf(await look(id))).toEqual([
      [acceptedAt, null],
      [null, null],
    ]);
    const activatedAt = later();
    await council.activate(daniel, id);
    expect(namesOf(await look(id))).toEqual([
      [acceptedAt, activatedAt],
      [null, null],
    ]);
  });

  it('tell a carer who stopped before the phone from one who has done it', async () => {
    const family = await council.family(olivia, 'Halfway');
    const { id } = await council.inviteAndConfirm(olivia, family.carerId, family.all);
    const browser = service.client('web');
    await browser.call(signUpRoutes.start, { body: { email: family.email } });
    const [code] = /\b\d{6}\b/.exec(await council.newestMail(family.email))!;
    await browser.call(signUpRoutes.verifyEmail, { body: { code } });
    expect((await look(id)).user).toBeNull();
    const password = { password: 'kitchen-window-garden', passwordConfirmation: 'kitchen-window-garden' };
    await browser.call(signUpRoutes.complete, { body: { firstName: 'Half', lastName: 'Way', ...password } });
    expect((await look(id)).user).toMatchObject({ isPhoneConfirmed: false });
  });

  it('say nothing of a user of the address before the code is confirmed', async () => {
    const family = await council.family(olivia, 'Known', 2);
    const [first, second] = [family.all.slice(0, 1), family.all.slice(1)];
    await council.inviteAndConfirm(olivia, family.carerId, first);
    await council.signUp(family.email, family.number);
    const { body } = await council.invite(olivia, family.carerId, second);
    expect(body.user).toBeNull();
    const listed = (await olivia.call(invitationRoutes.list, { query: { carerId: family.carerId } })).body;
    expect(listed.items.find(({ id }) => id === body.id)?.user).toBeNull();

    const confirmed = await council.confirm(olivia, body.id, await council.uniqueCode(family.email));
    expect(confirmed.body.user).toMatchObject({ isPhoneConfirmed: true });
  });
});
