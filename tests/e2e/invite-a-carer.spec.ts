import type { CarerPortal } from '../support/carer-pages.ts';
import type { CaseworkerApp } from '../support/caseworker-pages.ts';
import type { Council } from '../support/council.ts';
import { amira, daniel, ella, fullName, leo, olivia } from '../support/personas.ts';
import { linkIn, uniqueCodeIn } from '../support/post.ts';
import { addWorker, enrolWorker } from '../support/preparations.ts';
import { Screens } from '../support/screenshots.ts';
import { MINUTE } from '../support/server.ts';
import { expect, test } from '../support/test.ts';
import { setUpFirstWorker } from '../support/first-worker.ts';

/** The people of one journey, each at their own screen, and the pictures of what they saw. */
interface Journey {
  council: Council;
  app: CaseworkerApp;
  portal: CarerPortal;
  screens: Screens;
}

const SEND_NEW_CODE_AFTER = 31_000;

test.describe('A caseworker invites a carer, who reaches their dashboard', () => {
  test.slow();

  test('in the demo, on SQLite', async ({ demo, openCaseworkerApp, openPortal }) => {
    const app = await openCaseworkerApp(demo);
    const journey = { council: demo, app, portal: await openPortal(demo), screens: new Screens('demo') };
    await signInOlivia(journey);
    await travel(journey);
  });

  test('in production, on MariaDB, with a mail server and a phone company', async ({
    openProduction,
    mariadb,
    openCaseworkerApp,
    openPortal,
  }) => {
    const council = await openProduction(mariadb);
    const setPasswordLink = await addWorker(council, olivia);
    await enrolWorker(council, daniel);
    const app = await openCaseworkerApp(council);
    const screens = new Screens('production');
    await setUpFirstWorker(council, app, { worker: olivia, setPasswordLink, screens });
    await addAmiraAndHerChildren({ app, screens });
    await travel({ council, app, portal: await openPortal(council), screens });
  });
});

async function travel(journey: Journey) {
  await sendInvitation(journey);
  await confirmCode(journey);
  await createAccount(journey);
  await confirmIdentityTwice(journey);
  await acceptNames(journey);
  await approveActivation(journey);
  await signInAsCarer(journey);
  await lookAtTheAccount(journey);
  await beWarnedOfTheTimeOut(journey);
  await loseOneAccount(journey);
}

async function signInOlivia({ app, screens }: Journey) {
  await test.step('Olivia signs in with her password and her authenticator app', async () => {
    await screens.look(app.page, 'caseworker-sign-in');
    await app.enterPassword(olivia);
    await expect(app.heading('Enter the code from your app')).toBeVisible();
    await screens.look(app.page, 'caseworker-authenticator-code');
    await app.enterAuthenticatorCode(olivia);
    await expect(app.heading('My work')).toBeVisible();
    await screens.look(app.page, 'caseworker-my-work');
  });
}

async function addAmiraAndHerChildren({ app, screens }: Pick<Journey, 'app' | 'screens'>) {
  await test.step('she adds Amira and the children in her care', async () => {
    await app.addCarer(amira);
    await screens.look(app.page, 'caseworker-carer-added');
    for (const child of amira.children) await app.addChild(child, amira);
    await screens.look(app.page, 'caseworker-child-added');
  });
}

async function sendInvitation({ app, screens }: Journey) {
  await test.step('Olivia finds Amira and invites her with both children', async () => {
    await app.open('People');
    await screens.look(app.page, 'caseworker-people');
    await app.openPerson(amira);
    await screens.look(app.page, 'caseworker-person');
    const dialog = await app.chooseAccountsToInviteTo(amira);
    await screens.look(app.page, 'caseworker-invite');
    await dialog.getByRole('button', { name: 'Continue' }).click();
    for (const person of [amira, leo, ella]) await expect(dialog).toContainText(fullName(person));
    await screens.look(app.page, 'caseworker-check-then-send');
    await dialog.getByRole('button', { name: 'Send invitation' }).click();
    await expect(app.said('The invitation is on its way.')).toBeVisible();
    await app.open('Invitations');
    await screens.look(app.page, 'caseworker-invitations');
  });
}

async function confirmCode({ council, app, screens }: Journey) {
  await test.step('Amira reads out the code of the first mail, and Olivia confirms it', async () => {
    const mail = await council.post.mail(amira.email, /^Set up your Children’s Services Online account$/);
    await app.openInvitation(amira);
    await app.typeQuotedCode('2222-2222', 'I called back a number that we know');
    await expect(app.page.getByText(/This is not the newest code/).first()).toBeVisible();
    await expect(app.page.getByText('4 tries left')).toBeVisible();
    await screens.look(app.page, 'caseworker-wrong-code');
    await app.typeQuotedCode(uniqueCodeIn(mail.text), 'I called back a number that we know');
    await expect(app.said(/^The code is right\./)).toBeVisible();
    await screens.look(app.page, 'caseworker-code-confirmed');
  });
}

async function createAccount({ council, portal, screens }: Journey) {
  await test.step('Amira follows the link of the second mail and creates an account', async () => {
    await portal.goTo('/', /^Your .*account$/);
    await screens.look(portal.page, 'carer-start');
    const mail = await council.post.mail(amira.email, /^Accept Children’s Services Online Account Invitation$/);
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

async function confirmIdentityTwice({ portal, screens }: Journey) {
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

async function acceptNames({ portal, screens }: Journey) {
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

async function approveActivation({ app, screens }: Journey) {
  await test.step('Olivia may not approve what she sent; Daniel approves it', async () => {
    await app.openApproval(amira);
    await expect(app.page.getByText('You sent this invitation, so you cannot approve it.')).toBeVisible();
    await screens.look(app.page, 'caseworker-four-eyes');
    await app.logOut(olivia);
    await screens.look(app.page, 'caseworker-logged-out');
    await app.signIn(daniel);
    await app.open('My work');
    await app.page.getByRole('link', { name: 'Available' }).click();
    await expect(app.page.getByRole('link', { name: 'Approve activation' })).toBeVisible();
    await screens.look(app.page, 'caseworker-available-tasks');
    await app.open('Approvals');
    await screens.look(app.page, 'caseworker-approvals');
    await app.openApproval(amira);
    await expect(app.page.getByText('Match', { exact: true })).toBeVisible();
    await screens.look(app.page, 'caseworker-approval');
    const dialog = await app.approve();
    await screens.look(app.page, 'caseworker-approve-activation');
    await dialog.getByRole('button', { name: 'Approve activation' }).click();
    await expect(app.said(`${fullName(amira)} can now use the accounts.`)).toBeVisible();
    await app.logOut(daniel);
  });
}

async function signInAsCarer({ council, portal, screens }: Journey) {
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

async function lookAtTheAccount({ portal, screens }: Journey) {
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
    await portal.button('My Account').click();
    await screens.look(portal.page, 'carer-my-account-menu');
    await portal.page.getByRole('link', { name: 'My account', exact: true }).click();
    await expect(portal.heading('Select an account')).toBeVisible();
    await portal.selectAccount(ella);
  });
}

async function beWarnedOfTheTimeOut({ portal, screens }: Journey) {
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

async function loseOneAccount({ app, portal, screens }: Journey) {
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
