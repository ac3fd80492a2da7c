import type { CarerPortal } from '../support/carer-pages.ts';
import { amira } from '../support/personas.ts';
import { codeIn } from '../support/post.ts';
import { activate } from '../support/preparations.ts';
import { expect, test } from '../support/test.ts';

const NEW_PASSWORD = 'violin harbour umbrella';

async function askForReset(portal: CarerPortal, email: string) {
  await portal.goTo('/sign-in', 'Sign in');
  await portal.page.getByRole('link', { name: 'Forgotten your password?' }).click();
  await expect(portal.heading('Forgotten your password?')).toBeVisible();
  await portal.page.getByLabel('Email address').fill(email);
  await portal.button('Send verification code').click();
  await expect(portal.heading('Choose a new password')).toBeVisible();
}

test('a carer who has forgotten their password chooses a new one, and the old one no longer works', async ({
  demo,
  openPortal,
}) => {
  await activate(demo, amira);
  const portal = await openPortal(demo);
  await askForReset(portal, amira.email);
  const { text } = await demo.post.mail(amira.email, /^Reset your .* password$/);
  await portal.page.getByLabel('Verification code').fill(codeIn(text));
  await portal.page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
  await portal.page.getByLabel('Confirm new password').fill(NEW_PASSWORD);
  await portal.button('Change password').click();
  await expect(portal.page.getByText('Your password has been changed.')).toBeVisible();
  await demo.post.mail(amira.email, /password was changed$/);

  await portal.page.getByLabel('Email address').fill(amira.email);
  await portal.page.getByLabel('Password', { exact: true }).fill(amira.password);
  await portal.button('Sign in').click();
  await expect(portal.errorSummary).toContainText('What you entered is not right.');
  await portal.signIn({ ...amira, password: NEW_PASSWORD });
  await expect(portal.heading('Select an account')).toBeVisible();
});

test('an address without an account is told the same, and gets no mail', async ({ demo, openPortal }) => {
  const portal = await openPortal(demo);
  await askForReset(portal, 'nobody@carers.example');
  await portal.page.getByLabel('Verification code').fill('123456');
  await portal.page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
  await portal.page.getByLabel('Confirm new password').fill(NEW_PASSWORD);
  await portal.button('Change password').click();
  await expect(portal.errorSummary).toContainText('is not right');
  expect(await demo.post.list()).toEqual([]);
});
