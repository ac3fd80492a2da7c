import type { Page } from '@playwright/test';
import { amira, fullName, leo, olivia, ruth, sam } from '../support/personas.ts';
import { activate, signInCarer } from '../support/preparations.ts';
import { Screens } from '../support/screenshots.ts';
import { expect, test } from '../support/test.ts';

const TYPE = 'Ask about a short break';

/** As at a zoom of 400%: nothing to scroll sideways. */
async function expectNarrow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
}

test('an admin adds a message type, a manager a ready text; a carer writes it, and gets that answer', async ({
  demo,
  openPortal,
  openCaseworkerApp,
}) => {
  test.slow();
  const screens = new Screens('types-and-ready-texts');
  await activate(demo, amira);

  const admin = await openCaseworkerApp(demo);
  await admin.signIn(sam);
  await admin.open('Message types');
  await expect(admin.page.getByRole('rowheader', { name: 'Message your worker' })).toBeVisible();
  await screens.look(admin.page, 'message-types');
  await admin.button('Add a message type').click();
  const typeDialog = admin.page.getByRole('dialog');
  await typeDialog.getByLabel('Name').fill(TYPE);
  await typeDialog
    .getByLabel(/^What carers read under it/)
    .fill('Tell us the dates.\nWe answer within a day.');
  await screens.look(admin.page, 'add-message-type');
  await typeDialog.getByRole('button', { name: 'Save' }).click();
  await expect(admin.said(`Carers can now choose ‘${TYPE}’.`)).toBeVisible();
  await admin.button('Retire Ask about training or support groups').click();
  await admin.page.getByRole('alertdialog').getByRole('button', { name: 'Retire' }).click();
  await expect(admin.said(/is retired\.$/)).toBeVisible();
  await screens.look(admin.page, 'retired');
  await expectNarrow(admin.page);
  await screens.look(admin.page, 'message-types-narrow');

  const manager = await openCaseworkerApp(demo);
  await manager.signIn(ruth);
  await manager.open('Ready texts');
  await expect(manager.page.getByRole('rowheader', { name: 'We have your message' })).toBeVisible();
  await screens.look(manager.page, 'ready-texts');
  await manager.button('Add a ready text').click();
  const textDialog = manager.page.getByRole('dialog');
  await textDialog.getByLabel('Name').fill('Short break noted');
  await textDialog.getByLabel('Text').fill('Thank you. I will look for a place and ring you.');
  await screens.look(manager.page, 'add-ready-text');
  await textDialog.getByRole('button', { name: 'Save' }).click();
  await expect(manager.said('The ready text is added.')).toBeVisible();
  await manager.button('Remove Training dates').click();
  await screens.look(manager.page, 'remove-ready-text');
  await manager.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(manager.said('‘Training dates’ is removed.')).toBeVisible();
  await expectNarrow(manager.page);
  await screens.look(manager.page, 'ready-texts-narrow');

  const portal = await openPortal(demo, await signInCarer(demo, amira));
  await portal.page.setViewportSize({ width: 390, height: 844 });
  await portal.goTo('/accounts', 'Select an account');
  await portal.selectAccount(leo);
  await portal.page.getByRole('link', { name: 'New messages' }).first().click();
  await portal.button('Write a new message').click();
  await expect(portal.page.getByRole('radio', { name: /Ask about training/ })).toHaveCount(0);
  await screens.look(portal.page, 'choose-type');
  await portal.page.getByRole('radio', { name: TYPE }).check();
  await portal.button('Continue').click();
  await expect(portal.page.getByText('We answer within a day.')).toBeVisible();
  await portal.page.getByRole('radio', { name: /^Your fostering team/ }).check();
  await portal.page.getByLabel('Subject').fill('A weekend in May');
  await portal.page.getByLabel('Your message').fill('Could Leo go to the Palmers on 9 and 10 May?');
  await screens.look(portal.page, 'write');
  await portal.button('Send message').click();
  await expect(portal.heading('Message sent')).toBeVisible();

  const worker = await openCaseworkerApp(demo);
  await worker.signIn(olivia);
  await worker.open('Inbox');
  await worker.page.getByRole('link', { name: /^New/ }).click();
  await worker.page.getByRole('link', { name: /A weekend in May/ }).click();
  await worker.button('Take this thread').click();
  await worker.page.getByLabel('Ready text').selectOption('Short break noted');
  const box = worker.page.getByLabel(`Your answer to ${fullName(amira)}`);
  await expect(box).toHaveValue('Thank you. I will look for a place and ring you.');
  await expect(worker.page.getByText(/^Saved at/)).toBeVisible();
  await screens.look(worker.page, 'answer');

  // Closed in mid-answer: the text is there again, where it was.
  await worker.page.getByRole('link', { name: 'Close', exact: true }).click();
  await worker.page.getByRole('link', { name: /^Mine/ }).click();
  await worker.page.getByRole('link', { name: /A weekend in May/ }).click();
  await expect(box).toHaveValue('Thank you. I will look for a place and ring you.');
  await worker.button('Send answer').click();
  await expect(worker.said('Your answer is sent.')).toBeVisible();

  await portal.page.getByRole('link', { name: 'Back to your messages' }).click();
  await portal.page.getByRole('link', { name: /A weekend in May/ }).click();
  await expect(portal.page.getByText('I will look for a place and ring you.')).toBeVisible();
  await screens.look(portal.page, 'answered');
});
