import { expectAccessible } from '../support/axe.ts';
import { Keyboard } from '../support/keyboard.ts';
import { amira, ella, fullName, leo, olivia } from '../support/personas.ts';
import { activate, inviteByLink, signInCarer } from '../support/preparations.ts';
import { Screens } from '../support/screenshots.ts';
import { expectFits, expectNarrow, openSmallPortal } from '../support/small-screens.ts';
import { expect, test } from '../support/test.ts';

test('every page for everybody fits a screen of 320 px', async ({ demo, openPortal }) => {
  const portal = await openSmallPortal(await openPortal(demo));
  const screens = new Screens('small-public');
  const pages = {
    '/': /^Your .* account$/,
    '/guides/set-up': 'How to set up your account',
    '/guides/log-in': 'How to log in and out',
    '/help': 'Help and contact',
    '/accessibility': 'Accessibility statement',
    '/privacy': 'Privacy',
    '/cookies': 'Cookies',
    '/sign-up': 'Create an account',
    '/sign-in': 'Sign in',
    '/forgotten-password': 'Forgotten your password?',
    '/invitation#not-a-link': 'This link cannot be used',
    '/signed-out': 'You have logged out',
    '/signed-out?because=time-out': 'You have been signed out',
    '/unavailable': 'The service cannot be reached',
    '/nowhere': 'Page not found',
  };
  for (const [path, heading] of Object.entries(pages)) {
    await portal.goTo(path, heading);
    await expectFits(portal, screens, `page-${path.replace(/\W+/g, '-')}`);
  }
});

test('every page of setting up an account fits a screen of 320 px', async ({ demo, openPortal }) => {
  const link = await inviteByLink(demo, amira);
  const portal = await openSmallPortal(await openPortal(demo));
  const screens = new Screens('small-set-up');
  await portal.followInvitation(link);
  await expectFits(portal, screens, 'invitation');
  await portal.goTo('/sign-up', 'Create an account');
  await portal.askForVerificationCode(amira);
  await expectFits(portal, screens, 'verification-code');
  await portal.enterCode(await portal.emailedCode(amira), 'Verify code');
  await expectFits(portal, screens, 'email-verified');
  await portal.page.getByRole('button', { name: 'Continue' }).click();
  await expect(portal.heading('Your name and password')).toBeVisible();
  await expectFits(portal, screens, 'name-and-password');
  await portal.giveNameAndPassword(amira);
  await expectFits(portal, screens, 'phone-number');
  await portal.page.getByLabel('Phone number').fill(amira.typedPhone);
  const call = await portal.beCalled(amira);
  await expectFits(portal, screens, 'we-are-calling-you');
  await call.press('#');
  await expect(portal.page.getByText('Your phone number is set up.')).toBeVisible();
  await expectFits(portal, screens, 'second-verification');
  await portal.button('Send Code').click();
  await expect(portal.page.getByLabel('Verification code')).toBeVisible();
  await expectFits(portal, screens, 'text-code');
  await portal.proveWithTextedCode(amira);
  await expect(portal.heading('Account Setup')).toBeVisible();
  await expectFits(portal, screens, 'account-setup');
  await (await portal.answerAccountSetup(amira)).getByRole('button', { name: 'Yes' }).click();
  await expect(portal.page.getByRole('heading', { name: 'Your account is with the team' })).toBeVisible();
  await expectFits(portal, screens, 'waiting');
});

test('every page of an account fits a screen of 320 px', async ({ demo, openPortal }) => {
  await activate(demo, amira);
  const portal = await openSmallPortal(await openPortal(demo, await signInCarer(demo, amira)));
  const screens = new Screens('small-account');
  await portal.goTo('/accounts', 'Select an account');
  await expectFits(portal, screens, 'select-an-account');
  await portal.selectAccount(leo);
  await expectFits(portal, screens, 'dashboard');
  await portal.button('Change account').click();
  await expect(portal.page.getByRole('link', { name: fullName(ella) })).toBeInViewport({ ratio: 1 });
  await expectNarrow(portal, 'change-account');
  await screens.look(portal.page, 'change-account');
  for (const tile of ['New messages', 'Items to view', 'Items to complete']) {
    await portal.page.getByRole('link', { name: tile }).click();
    await expect(portal.heading(tile)).toBeVisible();
    await expectFits(portal, screens, tile.toLowerCase().replaceAll(' ', '-'));
    await portal.button('Menu').click();
    await expectAccessible(portal.page);
    await portal.page.getByRole('link', { name: 'Dashboard' }).click();
    await expect(portal.heading('Dashboard')).toBeVisible();
  }
  await portal.goTo('/account-setup', 'Account Setup');
  await expectFits(portal, screens, 'no-invitations');
  await portal.goTo('/my-details', 'My details');
  await expect(portal.page.getByText('This device')).toBeVisible();
  await expectFits(portal, screens, 'my-details');
  await portal.goTo('/my-details/password', 'Change your password');
  await expectFits(portal, screens, 'change-password');
  await portal.goTo('/my-details/phone', /First, confirm the phone you use now$/);
  await expectFits(portal, screens, 'change-phone');
});

test('the page of a locked account fits a screen of 320 px', async ({ demo, openPortal }) => {
  await activate(demo, amira);
  const portal = await openSmallPortal(await openPortal(demo));
  await portal.goTo('/sign-in', 'Sign in');
  await portal.enterPassword(amira);
  const call = await portal.beCalled(amira);
  await call.press('1');
  await expect(portal.heading('Your account is locked')).toBeVisible();
  await expectFits(portal, new Screens('small-locked'), 'account-locked');
});

test('a carer signs in, opens an account and a tile, and logs out by keyboard alone', async ({
  demo,
  openPortal,
}) => {
  await activate(demo, amira);
  const portal = await openPortal(demo);
  const { page } = portal;
  const keyboard = new Keyboard(page);
  await portal.goTo('/', /^Your .* account$/);
  await keyboard.press(page.getByRole('link', { name: 'Skip to main content' }));
  await keyboard.press(page.getByRole('button', { name: 'Sign in' }));
  await expect(portal.heading('Sign in')).toBeFocused();
  await keyboard.type(page.getByLabel('Email address'), amira.email);
  await keyboard.type(page.getByLabel('Password', { exact: true }), amira.password);
  await page.keyboard.press('Enter');
  await keyboard.press(portal.button('Send Code'));
  await keyboard.type(page.getByLabel('Verification code'), await demo.post.textedCode(amira.phone));
  await page.keyboard.press('Enter');
  await expect(portal.heading('Select an account')).toBeFocused();
  await keyboard.press(page.getByRole('link', { name: fullName(leo) }));
  await expect(portal.heading('Dashboard')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await keyboard.press(portal.button('Change account'));
  await keyboard.press(page.getByRole('link', { name: fullName(ella) }));
  await expect(page.getByRole('region', { name: 'Account' })).toContainText(fullName(ella));
  await expect(portal.heading('Dashboard')).toBeFocused();
  await keyboard.press(page.getByRole('link', { name: 'Items to view' }));
  await expect(portal.heading('Items to view')).toBeFocused();
  const menu = page.getByRole('navigation', { name: 'Account pages' });
  await keyboard.press(menu.getByRole('link', { name: 'New messages' }));
  await expect(portal.heading('New messages')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await keyboard.press(portal.button('My Account'));
  await keyboard.press(page.getByRole('banner').getByRole('button', { name: 'Log out' }), 'Space');
  await expect(portal.heading('You have logged out')).toBeVisible();
});

test('a caseworker signs in, invites a carer and logs out by keyboard alone', async ({
  demo,
  openCaseworkerApp,
}) => {
  const app = await openCaseworkerApp(demo);
  const { page } = app;
  const keyboard = new Keyboard(page);
  await keyboard.type(page.getByLabel('Email address'), olivia.email);
  await keyboard.type(page.getByLabel('Password', { exact: true }), olivia.password);
  await page.keyboard.press('Enter');
  await expect(app.heading('Enter the code from your app')).toBeFocused();
  await keyboard.press(app.button('Use a recovery code instead'));
  await expect(app.heading('Use a recovery code')).toBeFocused();
  await keyboard.press(app.button('Use the code from my app instead'));
  await expect(app.heading('Enter the code from your app')).toBeFocused();
  await keyboard.type(page.getByLabel('Code'), await demo.authenticatorCode(olivia));
  await page.keyboard.press('Enter');
  await expect(app.heading('My work')).toBeVisible();
  const menu = page.getByRole('navigation', { name: 'Main menu' });
  await keyboard.press(menu.getByRole('link', { name: 'People' }));
  await expect(app.heading('People')).toBeFocused();
  await page.keyboard.press('/');
  await expect(page.getByLabel('Find a person by name')).toBeFocused();
  await page.keyboard.type(fullName(amira));
  await keyboard.press(page.getByRole('link', { name: fullName(amira) }));
  await expect(app.heading(fullName(amira))).toBeVisible();
  await keyboard.press(app.button('Invite'));
  const dialog = page.getByRole('dialog');
  await keyboard.press(dialog.getByRole('button', { name: 'Continue' }));
  await expect(dialog.getByRole('heading', { name: 'Check, then send' })).toBeFocused();
  await keyboard.press(dialog.getByRole('button', { name: 'Send invitation' }));
  await expect(app.said('The invitation is on its way.')).toBeVisible();
  await keyboard.press(menu.getByRole('link', { name: 'Invitations' }));
  await expect(app.heading('Invitations')).toBeFocused();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: fullName(amira) })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Invitation', exact: true })).toBeFocused();
  await keyboard.press(page.getByRole('link', { name: 'Close' }));
  await expect(page.getByRole('link', { name: fullName(amira) })).toBeFocused();
  await keyboard.press(app.button(new RegExp(`^${fullName(olivia)}`)));
  await keyboard.press(app.button('Log out'));
  await expect(page.getByText('You have logged out.')).toBeVisible();
});
