import { expect, test } from '@playwright/test';
import { amira, ella, fullName, leo, olivia } from '../personas.ts';
import { linkIn } from '../post.ts';
import { MINUTE } from '../server.ts';
import type { Journey } from './journey.ts';

const SEND_NEW_CODE_AFTER = 31_000;

export async function createAccount({ council, portal, screens }: Journey) {
  await test.step('Amira follows the link of the second mail and creates an account', async () => {
    await portal.goTo('/', /^Your .*account$/);
    await screens.look(portal.page, 'carer-start');
    const mail = await council.post.mail(
      amira.email,
      /^Accept Children’s Services Online Account Invitation$/,
    );
    await portal.followInvitation(linkIn(mail.text));
    await screens.look(portal.page, 'carer-invitation-link');
    await portal.page.getByRole('button', { name: 'Create an account' }).click();
    await expect(portal.heading('Create an account')).toBeVisible();
    await screens.look(portal.page, 'carer-sign-up');
    await portal.askForVerificationCode(amira);
    await portal.emailedCode(amira);
    await portal.enterCode('000000', 'Verify code');
    await expect(portal.errorSummary).toContainText('The code is not right');
    await screens.look(portal.page, 'carer-wrong-code');
    await portal.letPass(SEND_NEW_CODE_AFTER);
    await portal.button('Send new code').click();
    await portal.enterCode(await portal.emailedCode(amira), 'Verify code');
    await expect(portal.page.getByText('Your email address has been verified')).toBeVisible();
    await screens.look(portal.page, 'carer-email-verified');
    await portal.page.getByRole('button', { name: 'Continue' }).click();
    await expect(portal.heading('Your name and password')).toBeVisible();
    await screens.look(portal.page, 'carer-name-and-password');
    await portal.giveNameAndPassword(amira);
  });
}

export async function confirmIdentityTwice({ portal, screens }: Journey) {
  await test.step('she confirms her identity by a call, and once more by a text', async () => {
    const country = portal.page.getByLabel('Country code');
    await expect(country.locator('option').first()).toHaveText('United Kingdom (+44)');
    await expect(country).toHaveValue('GB');
    await portal.page.getByLabel('Phone number').fill(amira.typedPhone);
    await screens.look(portal.page, 'carer-phone-number');
    const call = await portal.beCalled(amira);
    await screens.look(portal.page, 'carer-we-are-calling-you');
    await call.press('#');
    await expect(portal.page.getByText('Your phone number is set up.')).toBeVisible();
    await screens.look(portal.page, 'carer-second-verification');
    await portal.button('Send Code').click();
    await expect(portal.page.getByLabel('Verification code')).toBeVisible();
    await screens.look(portal.page, 'carer-text-code');
    await portal.proveWithTextedCode(amira);
    await expect(portal.heading('Account Setup')).toBeVisible();
  });
}

export async function acceptNames({ portal, screens }: Journey) {
  await test.step('she ticks the names, says Yes, Confirm, and Yes', async () => {
    await expect(portal.page.getByRole('checkbox', { checked: true })).toHaveCount(0);
    await screens.look(portal.page, 'carer-account-setup');
    const popUp = await portal.answerAccountSetup(amira);
    await screens.look(portal.page, 'carer-account-setup-pop-up');
    await popUp.getByRole('button', { name: 'Yes' }).click();
    await expect(portal.page.getByRole('heading', { name: 'Your account is with the team' })).toBeVisible();
    await screens.look(portal.page, 'carer-waiting');
    await portal.logOut();
    await screens.look(portal.page, 'carer-logged-out');
  });
}

export async function signInAsCarer({ council, portal, screens }: Journey) {
  await test.step('Amira signs in by the link of the third mail', async () => {
    const mail = await council.post.mail(amira.email, /^New Children’s Services Online activation$/);
    await portal.page.goto(linkIn(mail.text));
    await expect(portal.heading('Sign in')).toBeVisible();
    await screens.look(portal.page, 'carer-sign-in');
    await portal.enterPassword(amira);
    await screens.look(portal.page, 'carer-confirm-your-identity');
    await portal.proveByText(amira);
    await expect(portal.heading('Select an account')).toBeVisible();
    await screens.look(portal.page, 'carer-select-an-account');
  });
}

export async function lookAtTheAccount({ portal, screens }: Journey) {
  await test.step('she looks at each page of an account and goes back to the others', async () => {
    await portal.selectAccount(leo);
    await expect(portal.page.getByRole('region', { name: 'Account' })).toContainText(fullName(leo));
    await screens.look(portal.page, 'carer-dashboard');
    await portal.page.getByRole('link', { name: 'New messages' }).click();
    const menu = portal.page.getByRole('navigation', { name: 'Account pages' });
    for (const tile of ['New messages', 'Items to view', 'Items to complete']) {
      await menu.getByRole('link', { name: tile }).click();
      await expect(portal.heading(tile)).toBeVisible();
      await expect(menu.getByRole('link', { name: tile })).toHaveAttribute('aria-current', 'page');
      await screens.look(portal.page, `carer-${tile.toLowerCase().replaceAll(' ', '-')}`);
    }
    await portal.button('Change account').click();
    await screens.look(portal.page, 'carer-change-account');
    await portal.page.getByRole('link', { name: fullName(ella) }).click();
    await expect(portal.page.getByRole('region', { name: 'Account' })).toContainText(fullName(ella));
    await portal.button('My Account').click();
    await screens.look(portal.page, 'carer-my-account-menu');
    await portal.page.getByRole('link', { name: 'My account', exact: true }).click();
    await expect(portal.heading('Select an account')).toBeVisible();
    await portal.selectAccount(ella);
  });
}

export async function beWarnedOfTheTimeOut({ portal, screens }: Journey) {
  await test.step('after 10 minutes she is warned, with a countdown, and stays signed in', async () => {
    await portal.letPass(MINUTE);
    await expect(portal.heading('Dashboard')).toBeVisible();
    await portal.letPass(9 * MINUTE);
    await expect(portal.warning).toBeVisible();
    await expect(portal.warning).toContainText(/[45]:\d\d/);
    await screens.look(portal.page, 'carer-time-out-warning');
    await portal.warning.getByRole('button', { name: 'Stay signed in' }).click();
    await expect(portal.warning).toBeHidden();
    await expect(portal.heading('Dashboard')).toBeVisible();
  });
}

export async function loseOneAccount({ app, portal, screens }: Journey) {
  await test.step('Olivia ends one access, and Amira no longer sees that account', async () => {
    await app.signIn(olivia);
    await app.openPerson(amira);
    await app.endAccess(ella, 'Ella has moved to her grandmother.');
    await screens.look(app.page, 'caseworker-access-ended');
    await portal.page.reload();
    await expect(portal.heading('You cannot see this account')).toBeVisible();
    await screens.look(portal.page, 'carer-account-gone');
    await portal.chooseFromMyAccount('My account');
    await expect(portal.page.getByRole('link', { name: fullName(leo) })).toBeVisible();
    await expect(portal.page.getByRole('link', { name: fullName(ella) })).toHaveCount(0);
    await portal.logOut();
  });
}
