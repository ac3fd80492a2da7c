import {
  challengeRoutes,
  invitationRoutes,
  personRoutes,
  signInRoutes,
  signUpRoutes,
  workerSignInRoutes,
  type Invitation,
} from '@cso/contract';
import { DemoAuthenticators } from '../../demo/demo-authenticators.js';
import { demoWorkers } from '../../demo/demo-people.js';
import { DemoMailbox } from '../../gateways/demo/demo-mailbox.js';
import { OutboxRelay } from '../../notifications/index.js';
import type { TestApp } from '../../testing/test-app.js';
import type { TestClient } from '../../testing/test-client.js';

export const CARER_PASSWORD = 'kitchen-window-garden';

/** The demo council at work: each method is what a person does. */
export class Council {
  constructor(readonly service: TestApp) {}

  async workerAt(firstName: string): Promise<TestClient> {
    const { email, password } = demoWorkers.find((worker) => worker.firstName === firstName)!;
    const app = this.service.client('desktop');
    const first = await app.call(workerSignInRoutes.signIn, { body: { email, password } });
    app.token = first.body.token;
    const authenticators = this.service.get(DemoAuthenticators).list();
    const { code } = authenticators.find((entry) => entry.email === email)!;
    const second = await app.call(workerSignInRoutes.verifyTotp, { body: { code } });
    app.token = second.body.token;
    return app;
  }

  /** The id of a person of the demo, as the worker finds them. */
  async find(app: TestClient, text: string): Promise<string> {
    const { body } = await app.call(personRoutes.search, { body: { text } });
    return body.items[0]!.id;
  }

  async invite(app: TestClient, carerId: string, accountIds: string[], idempotencyKey: string = crypto.randomUUID()) {
    return app.call(invitationRoutes.create, { body: { carerId, accountIds }, idempotencyKey });
  }

  confirm(app: TestClient, id: string, code: string) {
    const body = { code, identifiedBy: 'known_number_called_back' } as const;
    return app.call(invitationRoutes.confirmCode, { params: { id }, body });
  }

  /** Invited, code quoted and confirmed: e-mail 2 is in the mailbox. */
  async inviteAndConfirm(app: TestClient, carerId: string, accountIds: string[]): Promise<Invitation> {
    const { body } = await this.invite(app, carerId, accountIds);
    const confirmed = await this.confirm(app, body.id, await this.uniqueCode(body.email));
    return confirmed.body;
  }

  async uniqueCode(email: string): Promise<string> {
    return /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(await this.newestMail(email))![0];
  }

  async linkToken(email: string): Promise<string> {
    return /invitation#([\w-]+)/.exec(await this.newestMail(email))![1]!;
  }

  async newestMail(to: string): Promise<string> {
    return (await this.messages(to, 'mail')).at(-1)!.text;
  }

  async subjects(to: string): Promise<string[]> {
    return (await this.messages(to, 'mail')).map(({ subject }) => subject ?? '');
  }

  /** Sets up the carer's sign-in from the first screen to the signed-in session. */
  async signUp(email: string, number = '07400 123401'): Promise<TestClient> {
    const browser = this.service.client('web');
    await browser.call(signUpRoutes.start, { body: { email } });
    const code = sixDigits(await this.newestMail(email));
    await browser.call(signUpRoutes.verifyEmail, { body: { code } });
    const names = { firstName: 'Amira', lastName: 'Khan' };
    const password = { password: CARER_PASSWORD, passwordConfirmation: CARER_PASSWORD };
    await browser.call(signUpRoutes.complete, { body: { ...names, ...password } });
    const body = { country: 'GB', number, channel: 'text' } as const;
    const enrolment = await browser.call(signUpRoutes.enrolPhone, { body });
    await this.proveByText(browser, enrolment.body.id, number);
    const second = await browser.call(signInRoutes.sendCode, { body: { channel: 'text' } });
    await this.proveByText(browser, second.body.id, number);
    return browser;
  }

  private async proveByText(browser: TestClient, id: string, number: string): Promise<void> {
    const texts = await this.messages(`+44${number.replaceAll(' ', '').slice(1)}`, 'text');
    await browser.call(challengeRoutes.verify, { params: { id }, body: { code: sixDigits(texts.at(-1)!.text) } });
  }

  private async messages(to: string, channel: 'mail' | 'text') {
    await this.service.get(OutboxRelay).drain();
    const all = await this.service.get(DemoMailbox).list();
    return all.filter((message) => message.to === to && message.channel === channel);
  }
}

const sixDigits = (text: string): string => /\b\d{6}\b/.exec(text)![0];
