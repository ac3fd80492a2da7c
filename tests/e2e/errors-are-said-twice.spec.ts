import { expectAccessible } from '../support/axe.ts';
import type { CarerPortal } from '../support/carer-pages.ts';
import { amira } from '../support/personas.ts';
import { codeIn } from '../support/post.ts';
import { activate, inviteByLink } from '../support/preparations.ts';
import { expect, test } from '../support/test.ts';

/** Each text stands in the error summary, which has the focus, and next to its field, to which its link leads. */
async function expectSaidTwice(portal: CarerPortal, texts: string[]): Promise<void> {
  const { page, errorSummary } = portal;
  await expect(errorSummary).toBeFocused();
  await expect(errorSummary.getByRole('link')).toHaveText(texts);
  await expect(page.locator('.govuk-error-message')).toHaveText(texts.map((text) => `Error: ${text}`));
  await expect(page).toHaveTitle(/^Error: /);
  await expectAccessible(page);
  await errorSummary.getByRole('link', { name: texts[0]!, exact: true }).click();
  // The text belongs to the field itself, or to the group that a tick box or a radio button stands in.
  const described = '[aria-describedby*="error"]';
  await expect(page.locator(`${described}:focus, fieldset${described}:has(:focus)`)).toBeVisible();
}

const wrongEmail = 'Enter an email address in the correct format, like name@example.com';

test('on every form of setting up an account', async ({ demo, openPortal }) => {
  test.slow();
  await inviteByLink(demo, amira);
  const portal = await openPortal(demo);
  await askForCode(portal);
  await giveDetails(portal);
  await confirmIdentity(portal);
  await setUpAccount(portal);
});

async function askForCode(portal: CarerPortal) {
  const { page } = portal;
  await portal.goTo('/sign-up', 'Create an account');
  await portal.button('Send verification code').click();
  await expectSaidTwice(portal, ['Enter your email address']);
  await page.getByLabel('Email address').fill('amira at carers');
  await portal.button('Send verification code').click();
  await expectSaidTwice(portal, [wrongEmail]);
  await portal.askForVerificationCode(amira);
  await portal.button('Verify code').click();
  await expectSaidTwice(portal, ['Enter the verification code']);
  await portal.enterCode('12 34', 'Verify code');
  await expectSaidTwice(portal, ['Enter the 6 digits of the code']);
  await portal.enterCode('000000', 'Verify code');
  await expectSaidTwice(portal, ['The code is not right, or it is no longer valid. Use the newest code.']);
  await portal.enterCode(await portal.emailedCode(amira), 'Verify code');
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function giveDetails(portal: CarerPortal) {
  const { page } = portal;
  await expect(portal.heading('Your name and password')).toBeVisible();
  await portal.button('Create').click();
  await expectSaidTwice(portal, [
    'Enter your first name',
    'Enter your last name',
    'Enter a new password',
    'Confirm your new password',
  ]);
  await page.getByLabel('First name').fill(amira.firstName);
  await page.getByLabel('Last name').fill(amira.lastName);
  await page.getByLabel('New password', { exact: true }).fill('short');
  await portal.button('Create').click();
  await expectSaidTwice(portal, [
    'Your new password must have 8 characters or more',
    'Confirm your new password',
  ]);
  await page.getByLabel('New password', { exact: true }).fill(amira.password);
  await page.getByLabel('Confirm new password').fill('another');
  await portal.button('Create').click();
  await expectSaidTwice(portal, ['The two passwords must be the same']);
  await page.getByLabel('New password', { exact: true }).fill('Password123');
  await page.getByLabel('Confirm new password').fill('Password123');
  await portal.button('Create').click();
  await expectSaidTwice(portal, ['This password is easy to guess. Choose another one']);
  await portal.giveNameAndPassword(amira);
}

async function confirmIdentity(portal: CarerPortal) {
  await portal.button('Send Code').click();
  await expectSaidTwice(portal, ['Enter your phone number']);
  await portal.page.getByLabel('Phone number').fill('12345');
  await portal.button('Send Code').click();
  await expectSaidTwice(portal, ['Enter a phone number, like 01603 555 0123 or 07700 900 982']);
  await portal.page.getByLabel('Phone number').fill('01603 222 222');
  await portal.button('Send Code').click();
  await expectSaidTwice(portal, ['This number cannot get texts. Select ‘Call Me’.']);
  await portal.page.getByLabel('Phone number').fill(amira.typedPhone);
  await portal.button('Send Code').click();
  await portal.button('Continue').click();
  await expectSaidTwice(portal, ['Enter the verification code']);
  await portal.enterCode('000000', 'Continue');
  await expect(portal.errorSummary).toContainText('The code is not right.');
  await expect(portal.page.locator('.govuk-error-message')).toContainText('The code is not right.');
  await portal.proveWithTextedCode(amira);
  await expect(portal.page.getByText('Your phone number is set up.')).toBeVisible();
  await portal.proveByText(amira);
}

async function setUpAccount(portal: CarerPortal) {
  const { page } = portal;
  await expect(portal.heading('Account Setup')).toBeVisible();
  await portal.button('Confirm').click();
  const names = 'Tick the name of each person you expect to have access to';
  await expectSaidTwice(portal, [names, 'Select whether you wish to continue with setting up your account']);
  await page.getByLabel('Do you wish to continue with setting up your account?').selectOption('Yes');
  await portal.button('Confirm').click();
  await expectSaidTwice(portal, [names]);
}

test('on every form of signing in', async ({ demo, openPortal }) => {
  await activate(demo, amira);
  const portal = await openPortal(demo);
  await portal.goTo('/sign-in', 'Sign in');
  await portal.button('Sign in').click();
  await expectSaidTwice(portal, ['Enter your email address', 'Enter your password']);
  await portal.page.getByLabel('Email address').fill(amira.email);
  await portal.page.getByLabel('Password', { exact: true }).fill('not my password');
  await portal.button('Sign in').click();
  await expect(portal.errorSummary).toBeFocused();
  await expect(portal.errorSummary).toContainText('What you entered is not right.');
  await expectAccessible(portal.page);
  await portal.enterPassword(amira);
  await portal.button('Send Code').click();
  await portal.enterCode('abc', 'Continue');
  await expectSaidTwice(portal, ['Enter the 6 digits of the code']);
});

test('on every form of a forgotten password', async ({ demo, openPortal }) => {
  await activate(demo, amira);
  const portal = await openPortal(demo);
  await portal.goTo('/forgotten-password', 'Forgotten your password?');
  await portal.button('Send verification code').click();
  await expectSaidTwice(portal, ['Enter your email address']);
  await portal.askForVerificationCode(amira);
  await portal.button('Change password').click();
  await expectSaidTwice(portal, [
    'Enter the verification code',
    'Enter a new password',
    'Confirm your new password',
  ]);
  const { text } = await demo.post.mail(amira.email, /^Reset your .* password$/);
  await portal.page.getByLabel('Verification code').fill(codeIn(text));
  await portal.page.getByLabel('New password', { exact: true }).fill(amira.password);
  await portal.page.getByLabel('Confirm new password').fill(amira.password);
  await portal.button('Change password').click();
  await expectSaidTwice(portal, ['Choose a password that you do not use now']);
});
