import { accessRoutes, personRoutes } from '@cso/contract';
import type { CarerPortal } from '../support/carer-pages.ts';
import type { Council } from '../support/council.ts';
import { amira, ella, fullName, leo, olivia, type Child } from '../support/personas.ts';
import { activate, signInCarer, signInWorker } from '../support/preparations.ts';
import { Screens } from '../support/screenshots.ts';
import { expect, test } from '../support/test.ts';

async function endAccess(council: Council, child: Child): Promise<void> {
  const worker = await signInWorker(council, olivia);
  const found = await worker.call(personRoutes.search, { body: { text: fullName(child) } });
  const { items } = await worker.call(accessRoutes.list, { query: { accountId: found.items[0]!.id } });
  const change = { params: { id: items[0]!.id }, body: { reason: 'The placement has ended.' } };
  await worker.call(accessRoutes.end, change);
}

async function readWhatWasBegun({ page }: CarerPortal): Promise<void> {
  await page.getByText(new RegExp(`^${fullName(leo)}, saved on`)).click();
  await expect(page.getByRole('group').getByText('His shoes are too small.')).toBeVisible();
}

test('access ends with a draft: the text can be copied, and sent from another account', async ({
  demo,
  openPortal,
}) => {
  test.slow();
  const screens = new Screens('access-ends-with-a-draft');
  await activate(demo, amira);
  const portal = await openPortal(demo, await signInCarer(demo, amira));
  await portal.openMessages(leo);
  await portal.writeMessage(/^Your fostering team/, 'Shoes', 'His shoes are too small.');
  await portal.page.clock.runFor(3000);
  await expect(portal.page.getByText(/^Saved at/)).toBeVisible();

  await endAccess(demo, leo);
  await expect(portal.heading('You cannot see this account')).toBeVisible();
  await readWhatWasBegun(portal);
  await screens.look(portal.page, 'text-to-copy');

  await portal.button('Select an account').click();
  await expect(portal.heading('Select an account')).toBeVisible();
  await expect(portal.page.getByRole('link', { name: fullName(leo) })).toBeHidden();
  await portal.openMessages(ella);
  await readWhatWasBegun(portal);
  await portal.writeMessage(/^Your fostering team/, 'Leo’s shoes', 'His shoes are too small.');
  await portal.sendMessage();

  await portal.openMessages(ella);
  await readWhatWasBegun(portal);
  await portal.button('Delete').click();
  await portal.page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(portal.page.getByText('Text you can no longer send')).toBeHidden();
});
