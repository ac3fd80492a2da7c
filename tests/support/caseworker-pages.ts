import { expect, type Locator, type Page } from '@playwright/test';
import type { Council } from './council.ts';
import { fullName, type Carer, type Child, type Worker } from './personas.ts';

export type HowIdentified = 'I called back a number that we know' | 'In person' | 'On a video call';

/** The caseworker app as a caseworker uses it: by the names of what is on the screen. */
export class CaseworkerApp {
  constructor(
    readonly page: Page,
    private readonly council: Council,
  ) {}

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** The line at the top that says what was just done. */
  said(text: string | RegExp): Locator {
    return this.page.getByText(text);
  }

  async open(
    part:
      | 'My work'
      | 'Inbox'
      | 'Recordings'
      | 'People'
      | 'Invitations'
      | 'Approvals'
      | 'Ready texts'
      | 'Message types'
      | 'Cover',
  ): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: part }).click();
    await expect(this.heading(part)).toBeVisible();
  }

  async enterPassword({ email, password }: Worker): Promise<void> {
    await this.page.getByLabel('Email address').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.button('Sign in').click();
  }

  async enterAuthenticatorCode(worker: Worker): Promise<void> {
    await expect(this.heading('Enter the code from your app')).toBeVisible();
    await this.page.getByLabel('Code').fill(await this.council.authenticatorCode(worker));
    await this.button('Continue').click();
    await expect(this.button(fullName(worker))).toBeVisible();
  }

  async signIn(worker: Worker): Promise<void> {
    await this.enterPassword(worker);
    await this.enterAuthenticatorCode(worker);
  }

  async logOut({ firstName }: Worker): Promise<void> {
    await this.button(new RegExp(`^${firstName}`)).click();
    await this.button('Log out').click();
    await expect(this.page.getByText('You have logged out.')).toBeVisible();
  }

  /** Finds somebody by name and opens their page. */
  async openPerson(person: { firstName: string; lastName: string }): Promise<void> {
    await this.open('People');
    await this.page.getByLabel('Find a person by name').fill(fullName(person));
    await this.page.getByRole('link', { name: fullName(person) }).click();
    await expect(this.heading(fullName(person))).toBeVisible();
  }

  async addCarer({ firstName, lastName, email, phone }: Carer): Promise<void> {
    await this.open('People');
    await this.button('Add a carer').click();
    await this.page.getByLabel('First name').fill(firstName);
    await this.page.getByLabel('Last name').fill(lastName);
    await this.page.getByLabel('Email address').fill(email);
    await this.page.getByLabel('Phone number on file').fill(phone);
    await this.button('Add carer').click();
    await expect(this.heading(fullName({ firstName, lastName }))).toBeVisible();
  }

  /** Adds a child and places them with the carer, from today on. */
  async addChild({ firstName, lastName, born }: Child, carer: Carer): Promise<void> {
    await this.open('People');
    await this.button('Add a child').click();
    await this.page.getByLabel('First name').fill(firstName);
    await this.page.getByLabel('Last name').fill(lastName);
    const birth = this.page.getByRole('group', { name: 'Date of birth' });
    await birth.getByLabel('Day').fill(born.day);
    await birth.getByLabel('Month').fill(born.month);
    await birth.getByLabel('Year').fill(born.year);
    await this.page.getByLabel('Placed with (optional)').fill(carer.lastName);
    await this.page.getByRole('radio', { name: fullName(carer) }).check();
    await this.button('Add child').click();
    await expect(this.heading(fullName({ firstName, lastName }))).toBeVisible();
  }

  /** Opens the dialog on the carer's page and ticks the carer's own account and every child's. */
  async chooseAccountsToInviteTo({ firstName, lastName, children }: Carer): Promise<Locator> {
    await this.button('Invite').click();
    const dialog = this.page.getByRole('dialog');
    await expect(dialog).toContainText(`Invite ${fullName({ firstName, lastName })}`);
    for (const name of [{ firstName, lastName }, ...children].map(fullName)) {
      await dialog.getByRole('checkbox', { name }).check();
    }
    return dialog;
  }

  async sendInvitation(carer: Carer): Promise<void> {
    const dialog = await this.chooseAccountsToInviteTo(carer);
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await dialog.getByRole('button', { name: 'Send invitation' }).click();
    await expect(this.said('The invitation is on its way.')).toBeVisible();
  }

  /** Opens the carer's invitation in the tracker. */
  async openInvitation(carer: Carer): Promise<void> {
    await this.open('Invitations');
    await this.page
      .getByRole('row', { name: fullName(carer) })
      .getByRole('link')
      .click();
    await expect(this.page.getByRole('heading', { name: 'Invitation', exact: true })).toBeVisible();
  }

  async typeQuotedCode(code: string, how: HowIdentified): Promise<void> {
    await this.page.getByLabel('Code that the carer reads out').fill(code);
    await this.page.getByRole('radio', { name: how }).check();
    await this.button('Confirm code').click();
  }

  async openApproval(carer: Carer): Promise<void> {
    await this.open('Approvals');
    await this.page.getByRole('link', { name: fullName(carer) }).click();
    await expect(this.heading(`Approve activation: ${fullName(carer)}`)).toBeVisible();
  }

  async approve(): Promise<Locator> {
    await this.button('Approve activation').click();
    const dialog = this.page.getByRole('dialog', { name: 'Approve activation?' });
    await expect(dialog).toBeVisible();
    return dialog;
  }

  /** From a view of the inbox to one of its threads. */
  async openThread(view: string, subject: string): Promise<void> {
    await this.open('Inbox');
    await this.page.getByRole('link', { name: new RegExp(`^${view}`) }).click();
    await this.page.getByRole('link', { name: new RegExp(subject) }).click();
    await expect(this.page.getByRole('heading', { level: 2, name: subject })).toBeVisible();
  }

  /** In an open thread that the worker holds. */
  async answer(carer: Carer, body: string): Promise<void> {
    await this.page.getByLabel(`Your answer to ${fullName(carer)}`).fill(body);
    await this.button('Send answer').click();
    await expect(this.said('Your answer is sent.')).toBeVisible();
  }

  /** On the carer's page: ends their access to one account. */
  async endAccess(child: Child, reason: string): Promise<void> {
    await this.button(new RegExp(`^End access of ${fullName(child)}$`)).click();
    const dialog = this.page.getByRole('dialog', { name: 'End access' });
    await dialog.getByLabel('Reason').fill(reason);
    await dialog.getByRole('button', { name: 'End access' }).click();
    await expect(this.said('The access has ended.')).toBeVisible();
  }
}
