import { amira } from '../support/personas.ts';
import { activate } from '../support/preparations.ts';
import { Screens } from '../support/screenshots.ts';
import { expect, test } from '../support/test.ts';

test('key 1 on a call locks the account, and the page says so and whom to ring', async ({
  demo,
  openPortal,
}) => {
  await activate(demo, amira);
  const portal = await openPortal(demo);
  const { page } = portal;
  const screens = new Screens('denied-call');
  const reported = page.getByText('pressed 1 to tell us that the call was not for them');
  await portal.goTo('/sign-in', 'Sign in');
  await portal.enterPassword(amira);
  await (await portal.beCalled(amira)).press('1');
  await expect(portal.heading('Your account is locked')).toBeFocused();
  await expect(page).toHaveTitle(/^Your account is locked/);
  await expect(reported).toBeVisible();
  await expect(page.getByRole('main').locator('a[href^="tel:"]')).toBeVisible();
  await expect(portal.button(/Call again|Send Code|Call Me/)).toHaveCount(0);
  await screens.look(page, 'account-locked');

  await page.reload();
  await expect(portal.heading('Your account is locked')).toBeVisible();
  await expect(reported).toBeVisible();
  await page.getByRole('link', { name: 'Go to the start page' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Email address').fill(amira.email);
  await page.getByLabel('Password', { exact: true }).fill(amira.password);
  await portal.button('Sign in').click();
  await expect(portal.heading('Your account is locked')).toBeVisible();
  await screens.look(page, 'account-still-locked');
});
