import { liveRoutes } from '@cso/contract';
import { expect, type Locator, type Page, type Request } from '@playwright/test';
import type { Council } from './council.ts';
import { fullName, type Carer, type Child } from './personas.ts';
import { codeIn, type Call } from './post.ts';

/** The carer portal as a carer uses it: by the names of what is on the screen. */
export class CarerPortal {
  /** What the page has asked and not been answered yet, but for the stream of news, which has no end. */
  private readonly asked = new Set<Request>();

  constructor(
    readonly page: Page,
    private readonly council: Council,
  ) {
    page.on(
      'request',
      (request) => !request.url().endsWith(liveRoutes.stream.path) && this.asked.add(request),
    );
    page.on('requestfinished', (request) => this.asked.delete(request));
    page.on('requestfailed', (request) => this.asked.delete(request));
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** 'There is a problem', above the page's heading. */
  get errorSummary(): Locator {
    return this.page.locator('.govuk-error-summary');
  }

  async goTo(path: string, heading: string | RegExp): Promise<void> {
    await this.page.goto(`${this.council.origin}${path}`);
    await expect(this.heading(heading)).toBeVisible();
  }

  /** Time passes, for the service and on this computer. What was asked before is answered before. */
  async letPass(ms: number): Promise<void> {
    await this.settle();
    await this.council.server.advance(ms);
    await this.page.clock.fastForward(ms);
  }

  /** Until everything that the page has asked is answered. */
  async settle(): Promise<void> {
    await expect.poll(() => this.asked.size).toBe(0);
  }

  async followInvitation(link: string): Promise<void> {
    await this.page.goto(link);
    await expect(this.heading('Accept your invitation')).toBeVisible();
  }

  async askForVerificationCode({ email }: Pick<Carer, 'email'>): Promise<void> {
    await this.page.getByLabel('Email address').fill(email);
    await this.button('Send verification code').click();
    await expect(this.page.getByLabel('Verification code')).toBeVisible();
  }

  async emailedCode({ email }: Carer): Promise<string> {
    return codeIn((await this.council.post.mail(email, /verification code$/)).text);
  }

  async enterCode(code: string, button: 'Verify code' | 'Continue'): Promise<void> {
    await this.page.getByLabel('Verification code').fill(code);
    await this.button(button).click();
  }

  async giveNameAndPassword({ firstName, lastName, password }: Carer): Promise<void> {
    await this.page.getByLabel('First name').fill(firstName);
    await this.page.getByLabel('Last name').fill(lastName);
    await this.page.getByLabel('New password', { exact: true }).fill(password);
    await this.page.getByLabel('Confirm new password').fill(password);
    await this.button('Create').click();
    await expect(this.heading('Confirm your identity')).toBeVisible();
  }

  /** 'Call Me', then the phone rings and is picked up. The screen shows the two digits that the voice says. */
  async beCalled({ phone }: Carer): Promise<Call> {
    await this.button('Call Me').click();
    await expect(this.page.getByRole('heading', { name: 'We are calling you' })).toBeVisible();
    const call = await this.council.post.pickUp(phone);
    const digits = (await this.page.locator('.cso-call-digits').innerText()).trim();
    expect(call.says).toContain([...digits].join(', '));
    return call;
  }

  /** 'Send Code', then the code from the newest text. */
  async proveByText(carer: Carer): Promise<void> {
    await this.button('Send Code').click();
    await this.proveWithTextedCode(carer);
  }

  async proveWithTextedCode({ phone }: Carer): Promise<void> {
    await this.enterCode(await this.council.post.textedCode(phone), 'Continue');
  }

  /** Ticks every name, Yes, Confirm; the pop-up asks once more. */
  async answerAccountSetup({ firstName, lastName, children }: Carer): Promise<Locator> {
    for (const name of [{ firstName, lastName }, ...children].map(fullName)) {
      await this.page.getByRole('checkbox', { name }).check();
    }
    await this.page.getByLabel('Do you wish to continue with setting up your account?').selectOption('Yes');
    await this.button('Confirm').click();
    const popUp = this.page.getByRole('alertdialog', { name: 'Confirm' });
    await expect(popUp).toBeVisible();
    return popUp;
  }

  async enterPassword({ email, password }: Pick<Carer, 'email' | 'password'>): Promise<void> {
    await this.page.getByLabel('Email address').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.button('Sign in').click();
    await expect(this.heading('Confirm your identity')).toBeVisible();
  }

  async signIn(carer: Carer): Promise<void> {
    await this.enterPassword(carer);
    await this.proveByText(carer);
  }

  /** From 'Select an account' to the dashboard of one. */
  async selectAccount(person: { firstName: string; lastName: string }): Promise<void> {
    await this.page.getByRole('link', { name: fullName(person) }).click();
    await expect(this.heading('Dashboard')).toBeVisible();
  }

  /** From anywhere to the messages of one child's account. */
  async openMessages(child: Child): Promise<void> {
    await this.goTo('/accounts', 'Select an account');
    await this.selectAccount(child);
    await this.page.getByRole('link', { name: 'New messages' }).first().click();
    await expect(this.heading('New messages')).toBeVisible();
  }

  /** On the page of messages: a new one to the worker, ready to be sent. */
  async writeMessage(recipient: RegExp, subject: string, body: string): Promise<void> {
    await this.button('Write a new message').click();
    await this.page.getByRole('radio', { name: 'Message your worker' }).check();
    await this.button('Continue').click();
    await this.page.getByRole('radio', { name: recipient }).check();
    await this.page.getByLabel('Subject').fill(subject);
    await this.page.getByLabel('Your message').fill(body);
  }

  async sendMessage(): Promise<void> {
    await this.button('Send message').click();
    await expect(this.heading('Message sent')).toBeVisible();
  }

  async chooseFromMyAccount(entry: 'My account' | 'My details' | 'Log out'): Promise<void> {
    const header = this.page.getByRole('banner');
    await header.getByRole('button', { name: 'My Account' }).click();
    await header.getByRole(entry === 'Log out' ? 'button' : 'link', { name: entry, exact: true }).click();
  }

  async logOut(): Promise<void> {
    await this.chooseFromMyAccount('Log out');
    await expect(this.heading('You have logged out')).toBeVisible();
  }

  /** The warning of the time-out. */
  get warning(): Locator {
    return this.page.getByRole('alertdialog', { name: 'You will be signed out soon' });
  }
}
