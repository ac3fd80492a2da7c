import { expectAccessible } from '../support/axe.ts';
import { amira, fullName } from '../support/personas.ts';
import { activate } from '../support/preparations.ts';
import { Screens } from '../support/screenshots.ts';
import { expect, test } from '../support/test.ts';

test('the page ‘Mailbox and phone’ shows mails and texts, and a call is answered with # on its phone', async ({
  demo,
  openPortal,
  page,
}) => {
  const screens = new Screens('mailbox-and-phone');
  await activate(demo, amira);
  await page.goto(`${demo.origin}/demo/outbox`);
  await expect(page.getByText('Demo: nothing leaves this computer')).toBeVisible();
  await page.getByRole('button', { name: fullName(amira) }).click();
  await page.getByRole('button', { name: /^New Children’s Services Online activation/ }).click();
  await expect(page.frameLocator('#letter-html').getByRole('link')).toBeInViewport();
  await screens.look(page, 'mail');
  await page.getByRole('button', { name: 'Plain text' }).click();
  await expect(page.getByRole('region', { name: 'The e-mail as text' })).toContainText(demo.origin);

  const portal = await openPortal(demo);
  await portal.goTo('/sign-in', 'Sign in');
  await portal.enterPassword(amira);
  await portal.button('Call Me').click();
  await expect(page.getByRole('region', { name: 'Call' })).toContainText('Incoming call');
  await screens.look(page, 'ringing');
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Call' })).toContainText('press the hash key');
  await expectAccessible(page);
  await screens.look(page, 'on-the-call');
  await page.getByRole('button', { name: 'Hash #' }).click();
  await expect(page.getByRole('region', { name: 'Call' })).toContainText('Call ended');
  await expect(portal.heading('Select an account')).toBeVisible();
});
