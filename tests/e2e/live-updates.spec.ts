import { accessRoutes, invitationRoutes, personRoutes } from '@cso/contract';
import { amira, fullName, leo, olivia, ruth } from '../support/personas.ts';
import { activate, invite, signInCarer, signInWorker } from '../support/preparations.ts';
import { expect, test } from '../support/test.ts';

// Nobody presses anything, and the minute after which the screens would ask by themselves is not over.

test('a task appears in the caseworker app while the worker looks at the list', async ({
  demo,
  openCaseworkerApp,
}) => {
  const { invitationId: id, worker } = await invite(demo, amira);
  const app = await openCaseworkerApp(demo);
  await app.signIn(ruth);
  await app.page.getByRole('link', { name: 'Available' }).click();
  await expect(app.page.getByText('Nothing to take')).toBeVisible();

  const body = { code: '2222-2222', identifiedBy: 'in_person' } as const;
  for (let guess = 0; guess < 5; guess += 1) {
    await worker.call(invitationRoutes.confirmCode, { params: { id }, body }).catch(() => undefined);
  }
  await expect(app.page.getByText('Invitation locked after 5 wrong codes')).toBeVisible();
});

test('an account leaves the carer’s screen and comes back while they look at the list', async ({
  demo,
  openPortal,
}) => {
  await activate(demo, amira);
  const portal = await openPortal(demo, await signInCarer(demo, amira));
  await portal.goTo('/accounts', 'Select an account');
  const account = portal.page.getByRole('link', { name: fullName(leo) });
  await expect(account).toBeVisible();

  const worker = await signInWorker(demo, olivia);
  const found = await worker.call(personRoutes.search, { body: { text: fullName(leo) } });
  const { items } = await worker.call(accessRoutes.list, { query: { accountId: found.items[0]!.id } });
  const change = { params: { id: items[0]!.id }, body: { reason: 'Agreed with the manager.' } };
  await worker.call(accessRoutes.suspend, change);
  await expect(account).toBeHidden();
  await worker.call(accessRoutes.resume, change);
  await expect(account).toBeVisible();
});
