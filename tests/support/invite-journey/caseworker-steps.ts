import { expect, test } from '@playwright/test';
import { amira, daniel, ella, fullName, leo, olivia } from '../personas.ts';
import { uniqueCodeIn } from '../post.ts';
import type { Journey } from './journey.ts';

export async function signInOlivia({ app, screens }: Journey) {
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

export async function addAmiraAndHerChildren({ app, screens }: Pick<Journey, 'app' | 'screens'>) {
  await test.step('she adds Amira and the children in her care', async () => {
    await app.addCarer(amira);
    await screens.look(app.page, 'caseworker-carer-added');
    for (const child of amira.children) await app.addChild(child, amira);
    await screens.look(app.page, 'caseworker-child-added');
  });
}

export async function sendInvitation({ app, screens }: Journey) {
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

export async function confirmCode({ council, app, screens }: Journey) {
  await test.step('Amira reads out the code of the first mail, and Olivia confirms it', async () => {
    const mail = await council.post.mail(amira.email, /^Set up your Children’s Services Online account$/);
    await app.openInvitation(amira);
    await expect(app.page.getByText('07400 123 401')).toBeVisible();
    await screens.look(app.page, 'caseworker-number-to-call-back');
    await app.typeQuotedCode('2222-2222', 'I called back a number that we know');
    await expect(app.page.getByText(/This is not the newest code/).first()).toBeVisible();
    await expect(app.page.getByText('4 tries left')).toBeVisible();
    await screens.look(app.page, 'caseworker-wrong-code');
    await app.typeQuotedCode(uniqueCodeIn(mail.text), 'I called back a number that we know');
    await expect(app.said(/^The code is right\./)).toBeVisible();
    await screens.look(app.page, 'caseworker-code-confirmed');
  });
}

export async function approveActivation({ app, screens }: Journey) {
  await test.step('Olivia sees what Amira has done, but may not approve what she sent; Daniel approves it', async () => {
    await app.openInvitation(amira);
    const steps = app.page.getByRole('list', { name: 'Steps' });
    await expect(steps).toContainText('Phone confirmed');
    for (const person of [amira, leo, ella]) await expect(steps).toContainText(fullName(person));
    await expect(steps).toContainText('Waiting for the team');
    await screens.look(app.page, 'caseworker-invitation-steps');
    await app.openApproval(amira);
    await expect(app.page.getByText('You sent this invitation, so you cannot approve it.')).toBeVisible();
    await screens.look(app.page, 'caseworker-four-eyes');
    await app.logOut(olivia);
    await screens.look(app.page, 'caseworker-logged-out');
    await app.signIn(daniel);
    await app.open('My work');
    await app.page.getByRole('link', { name: 'Available (1)' }).click();
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
