import { amira } from '../support/personas.ts';
import { codeIn, linkIn } from '../support/post.ts';
import { activate, inviteByLink } from '../support/preparations.ts';
import { Screens } from '../support/screenshots.ts';
import { expect, test } from '../support/test.ts';

const NEW_PASSWORD = 'violin harbour umbrella';

test('the link of an invitation goes on after a reload, and is forgotten once it is used', async ({
  demo,
  openPortal,
}) => {
  const link = await inviteByLink(demo, amira);
  const portal = await openPortal(demo);
  const { page } = portal;
  const screens = new Screens('reload');
  const kept = () => page.evaluate(() => Object.values({ ...sessionStorage }).join());
  const secret = link.split('#')[1]!;

  await portal.followInvitation(link);
  await expect(page.getByRole('button', { name: 'Create an account' })).toBeVisible();
  expect(page.url()).not.toContain(secret);
  await page.reload();
  await expect(portal.heading('Accept your invitation')).toBeVisible();
  await page.getByRole('button', { name: 'Create an account' }).click();
  await portal.askForVerificationCode(amira);
  await portal.enterCode(await portal.emailedCode(amira), 'Verify code');
  await page.getByRole('button', { name: 'Continue' }).click();
  await portal.giveNameAndPassword(amira);
  await portal.goTo('/', /^Your .* account$/);
  await screens.look(page, 'start-half-signed-up');
  await page.getByRole('button', { name: 'Go on with setting up' }).click();
  await page.getByLabel('Phone number').fill(amira.typedPhone);
  await portal.proveByText(amira);
  await expect(portal.heading('Confirm your phone once more')).toBeFocused();
  await portal.proveByText(amira);
  await expect(portal.heading('Account Setup')).toBeVisible();
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  expect(await kept()).not.toContain(secret);
  await (await portal.answerAccountSetup(amira)).getByRole('button', { name: 'Yes' }).click();
  await expect(portal.heading('Your account is with the team')).toBeFocused();
  await portal.logOut();

  // The names are with the team: the link still says who invited her, and signing in shows how far it has come.
  await portal.followInvitation(link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await portal.signIn(amira);
  await expect(portal.heading('Your account is with the team')).toBeVisible();
  await portal.goTo('/', /^Your .* account$/);
  await screens.look(page, 'start-signed-in');
  await page.getByRole('button', { name: 'Go to your account' }).click();
  await expect(portal.heading('Your account is with the team')).toBeVisible();
});

test('a link that is used up leads to sign-in', async ({ demo, openPortal }) => {
  await activate(demo, amira);
  const mail = (await demo.post.list()).find(({ subject }) => /^Accept/.test(subject ?? ''));
  const portal = await openPortal(demo);
  await portal.page.goto(linkIn(mail!.text));
  await expect(portal.heading('This link cannot be used')).toBeFocused();
  await new Screens('link-used-up').look(portal.page, 'dead-link');
  await portal.page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await portal.signIn(amira);
  await expect(portal.heading('Select an account')).toBeVisible();
});

test('a forgotten password is changed after a reload, by a code that was asked for again', async ({
  demo,
  openPortal,
}) => {
  await activate(demo, amira);
  const portal = await openPortal(demo);
  const { page } = portal;
  const resetCode = async () => codeIn((await demo.post.mail(amira.email, /^Reset your .* password$/)).text);
  await portal.goTo('/forgotten-password', 'Forgotten your password?');
  await portal.askForVerificationCode(amira);
  await resetCode();
  await page.reload();
  await expect(portal.heading('Choose a new password')).toBeVisible();
  await new Screens('reload-reset').look(page, 'new-password');
  await portal.button('Send new code').click();
  await page.getByLabel('Verification code').fill(await resetCode());
  await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
  await page.getByLabel('Confirm new password').fill(NEW_PASSWORD);
  await portal.button('Change password').click();
  await expect(page.getByText('Your password has been changed.')).toBeVisible();
  await portal.signIn({ ...amira, password: NEW_PASSWORD });
  await expect(portal.heading('Select an account')).toBeVisible();
});

test('each step of the phone check takes the focus, and a call that failed can be a text', async ({
  demo,
  openPortal,
}) => {
  await activate(demo, amira);
  const portal = await openPortal(demo);
  const { page } = portal;
  const screens = new Screens('phone-check');
  await portal.goTo('/sign-in', 'Sign in');
  await portal.enterPassword(amira);
  const call = await portal.beCalled(amira);
  await expect(portal.heading('We are calling you')).toBeFocused();
  await screens.look(page, 'we-are-calling-you');
  await call.press('7');
  await expect(portal.heading('We could not confirm your call')).toBeFocused();
  await expect(page).toHaveTitle(/^We could not confirm your call/);
  await screens.look(page, 'call-failed');
  await portal.letPass(31_000);
  await portal.button('Send a code by text instead').click();
  await expect(portal.heading('Enter the code from your phone')).toBeFocused();
  await screens.look(page, 'code');
  await portal.proveWithTextedCode(amira);
  await expect(portal.heading('Select an account')).toBeFocused();
});
