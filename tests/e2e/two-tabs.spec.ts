import { draftRoutes } from '@cso/contract';
import type { Request } from '@playwright/test';
import { CarerPortal } from '../support/carer-pages.ts';
import { amira, leo } from '../support/personas.ts';
import { activate, signInCarer } from '../support/preparations.ts';
import { Screens } from '../support/screenshots.ts';
import { expect, test } from '../support/test.ts';

const isDraftSave = (request: Request): boolean =>
  request.url().endsWith(draftRoutes.save.path) && request.method() === draftRoutes.save.method;

/** Typed, and kept by the server. */
async function typeAndSave({ page }: CarerPortal, text: string): Promise<void> {
  const saved = page.waitForResponse((answer) => isDraftSave(answer.request()));
  await page.getByLabel('Your message').fill(text);
  await page.clock.runFor(3000);
  expect((await saved).ok()).toBe(true);
}

test('two tabs on one text: the second is told, nothing is lost, and it is sent once', async ({
  demo,
  openPortal,
}) => {
  test.slow();
  const screens = new Screens('two-tabs');
  await activate(demo, amira);
  const first = await openPortal(demo, await signInCarer(demo, amira));
  await first.openMessages(leo);
  await first.writeMessage(/^Your fostering team/, 'Shoes', 'His shoes');
  await typeAndSave(first, 'His shoes are too small.');

  const second = new CarerPortal(await first.page.context().newPage(), demo);
  await second.page.goto(first.page.url());
  await expect(second.page.getByLabel('Your message')).toHaveValue('His shoes are too small.');
  await typeAndSave(first, 'His shoes are too small, and his coat.');
  await second.page.getByLabel('Your message').fill('His shoes are much too small.');
  await second.page.clock.runFor(3000);
  await expect(
    second.page.getByRole('heading', { name: 'This text was changed in another place' }),
  ).toBeVisible();
  await screens.look(second.page, 'clash');
  await second.button('Send message').click();
  await expect(second.errorSummary).toContainText('Choose which text you want to keep');
  await screens.look(second.page, 'cannot-send-yet');
  await second.button('Use the other text').click();
  await expect(second.page.getByLabel('Your message')).toHaveValue('His shoes are too small, and his coat.');

  await first.sendMessage();
  await second.page.getByLabel('Your message').fill('His shoes are too small, and his coat. Size 34.');
  await second.page.clock.runFor(3000);
  await expect(second.page.getByText('This was sent or deleted in another place')).toBeVisible();
  await screens.look(second.page, 'sent-elsewhere');
  await first.openMessages(leo);
  await expect(first.page.getByRole('link', { name: 'Shoes' })).toHaveCount(1);
});

test('the service dies while a carer sends: they are told, and send again, once', async ({
  demo,
  openPortal,
}) => {
  test.slow();
  const screens = new Screens('dies-while-sending');
  await activate(demo, amira);
  const portal = await openPortal(demo, await signInCarer(demo, amira));
  await portal.openMessages(leo);
  await portal.writeMessage(/^Your fostering team/, 'Shoes', 'His shoes');
  await typeAndSave(portal, 'His shoes are too small.');
  await demo.server.kill();
  await portal.button('Send message').click();
  await expect(portal.errorSummary).toBeVisible();
  await screens.look(portal.page, 'told');
  await expect(portal.page.getByLabel('Your message')).toHaveValue('His shoes are too small.');

  await demo.server.start();
  await portal.sendMessage();
  await portal.openMessages(leo);
  await expect(portal.page.getByRole('link', { name: 'Shoes' })).toHaveCount(1);
  await expect(portal.page.getByText('Not sent yet')).toBeHidden();
});
