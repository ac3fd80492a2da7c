import type { CarerPortal } from '../support/carer-pages.ts';
import { amira, leo, type Carer } from '../support/personas.ts';
import { activate, signInCarer } from '../support/preparations.ts';
import { Screens } from '../support/screenshots.ts';
import { MINUTE } from '../support/server.ts';
import { expect, test } from '../support/test.ts';

const PHONE = { width: 390, height: 844 };
const NEW_PASSWORD = 'violin harbour umbrella';
const moved: Carer = { ...amira, phone: '+447400123499', typedPhone: '07400 123499' };

async function openMyDetails(portal: CarerPortal): Promise<void> {
  await portal.goTo('/accounts', 'Select an account');
  await portal.chooseFromMyAccount('My details');
  await expect(portal.heading('My details')).toBeVisible();
  await expect(portal.page.getByText('This device')).toBeVisible();
  await expect(portal.page.getByText(`Ends in ${amira.phone.slice(-3)}`)).toBeVisible();
}

test.describe('A carer keeps their own sign-in', () => {
  test.slow();

  test('logs out another device, and changes the password', async ({ demo, openPortal }) => {
    const screens = new Screens('my-details');
    await activate(demo, amira);
    const tablet = await openPortal(demo, await signInCarer(demo, amira));
    await tablet.goTo('/accounts', 'Select an account');
    await demo.server.advance(MINUTE);
    const portal = await openPortal(demo, await signInCarer(demo, amira));
    await portal.page.setViewportSize(PHONE);
    await openMyDetails(portal);
    await screens.look(portal.page, 'my-details');
    await portal.page.setViewportSize({ width: 1280, height: 800 });
    await screens.look(portal.page, 'my-details-wide');
    await portal.page.setViewportSize(PHONE);

    await portal.page
      .getByRole('listitem')
      .filter({ hasNotText: 'This device' })
      .getByRole('button', { name: /^Log out/ })
      .click();
    await expect(portal.page.getByText(/is logged out\.$/)).toBeVisible();
    await screens.look(portal.page, 'logged-out-elsewhere');
    await tablet.page.getByRole('link', { name: /Leo Marsh/ }).click();
    await expect(tablet.heading('Sign in')).toBeVisible();
    await expect(tablet.page.getByText('You have been signed out. Sign in to go on.')).toBeVisible();
    await expect(tablet.page.getByText('Leo Marsh')).toHaveCount(0);

    await portal.page.getByRole('link', { name: 'Change password' }).click();
    await portal.page.getByLabel('Your password now').fill('not this one');
    await portal.page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
    await portal.page.getByLabel('Confirm new password').fill(NEW_PASSWORD);
    await portal.button('Change password').click();
    await expect(portal.errorSummary).toContainText('This is not the password you use now');
    await screens.look(portal.page, 'wrong-password');
    await portal.page.getByLabel('Your password now').fill(amira.password);
    await portal.button('Change password').click();
    await expect(portal.page.getByText(/^Your password is changed/)).toBeVisible();
    await screens.look(portal.page, 'password-changed');
    await demo.post.mail(amira.email, /password was changed$/);

    await portal.button('Log out of all devices').click();
    await screens.look(portal.page, 'log-out-everywhere');
    await portal.page
      .getByRole('alertdialog')
      .getByRole('button', { name: 'Log out of all devices' })
      .click();
    await expect(portal.heading('You have logged out')).toBeVisible();
    await demo.server.advance(MINUTE);
    await portal.goTo('/sign-in', 'Sign in');
    await portal.signIn({ ...amira, password: NEW_PASSWORD });
    await expect(portal.heading('Select an account')).toBeVisible();
  });

  test('moves the codes to a new phone, which the old one and the mail tell of', async ({
    demo,
    openPortal,
  }) => {
    const screens = new Screens('new-phone');
    await activate(demo, amira);
    const portal = await openPortal(demo, await signInCarer(demo, amira));
    await portal.page.setViewportSize(PHONE);
    await demo.server.advance(2 * MINUTE);
    await openMyDetails(portal);
    await portal.page.getByRole('link', { name: 'Change phone number' }).click();
    await expect(portal.heading(/First, confirm the phone you use now$/)).toBeVisible();
    await screens.look(portal.page, 'old-phone');
    await portal.proveByText(amira);
    await expect(portal.heading(/What is your new phone number\?$/)).toBeVisible();
    await screens.look(portal.page, 'new-number');
    await portal.page.getByLabel('Phone number').fill(moved.typedPhone);
    await portal.button('Send Code').click();
    await expect(portal.page.getByText(/We have sent a code to \+447400123499/)).toBeVisible();
    await screens.look(portal.page, 'new-code');
    await portal.proveWithTextedCode(moved);
    await expect(portal.page.getByText(/^Your phone number is changed/)).toBeVisible();
    await expect(portal.page.getByText('Ends in 499')).toBeVisible();
    await screens.look(portal.page, 'changed');
    await demo.post.mail(amira.email, /phone number was changed$/);

    await portal.logOut();
    // Five codes in a quarter of an hour are all that anybody gets.
    await demo.server.advance(15 * MINUTE);
    await portal.goTo('/sign-in', 'Sign in');
    await portal.enterPassword(amira);
    await portal.button('Send Code').click();
    // The news of the change is a text too: the code is in the one after it.
    await expect(portal.page.getByLabel('Verification code')).toBeVisible();
    const texts = (await demo.post.list()).filter(
      ({ to, channel }) => to === moved.phone && channel === 'text',
    );
    await portal.enterCode(/\b\d{6}\b/.exec(texts.at(-1)!.text)![0], 'Continue');
    await expect(portal.page.getByRole('link', { name: new RegExp(leo.firstName) })).toBeVisible();
  });
});
