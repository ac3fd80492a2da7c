import { challengeRoutes, signInRoutes, signUpRoutes, type PhoneChannel } from '@cso/contract';
import type { TestClient } from './test-client.js';
import type { TestIdentity } from './test-identity.js';

export const PASSWORD = 'Hedgehog-walks-7';
const MOBILE = '07400 123456';

/** Takes the newest 6-digit code out of what was sent. */
const codeIn = (text = ''): string => /\b\d{6}\b/.exec(text)?.[0] ?? 'no code';

/** A carer at a browser: each method is what the person does on one page. */
export class TestCarer {
  readonly browser: TestClient;

  constructor(
    readonly service: TestIdentity,
    readonly email: string,
    browser?: TestClient,
  ) {
    this.browser = browser ?? service.client('web');
  }

  async mailedCode(): Promise<string> {
    await this.service.deliver();
    return codeIn(this.service.gateways.mails.findLast(({ to }) => to === this.email)?.text);
  }

  async textedCode(): Promise<string> {
    await this.service.deliver();
    return codeIn(this.service.gateways.texts.at(-1)?.body);
  }

  async verifyEmail() {
    await this.browser.call(signUpRoutes.start, { body: { email: this.email } });
    return this.browser.call(signUpRoutes.verifyEmail, { body: { code: await this.mailedCode() } });
  }

  createUser(password = PASSWORD) {
    const names = { firstName: 'Robin', lastName: 'Okafor' };
    const body = { ...names, password, passwordConfirmation: password };
    return this.browser.call(signUpRoutes.complete, { body });
  }

  givePhone(number = MOBILE, channel: PhoneChannel = 'text') {
    return this.browser.call(signUpRoutes.enrolPhone, { body: { country: 'GB', number, channel } });
  }

  sendCode(channel: PhoneChannel = 'text') {
    return this.browser.call(signInRoutes.sendCode, { body: { channel } });
  }

  verify(id: string, code?: string) {
    return this.browser.call(challengeRoutes.verify, {
      params: { id },
      body: code === undefined ? {} : { code },
    });
  }

  challenge(id: string) {
    return this.browser.call(challengeRoutes.get, { params: { id } });
  }

  session() {
    return this.browser.call(signInRoutes.getSession);
  }

  signIn(password = PASSWORD) {
    return this.browser.call(signInRoutes.signIn, { body: { email: this.email, password } });
  }

  /** Sends a text and types its code. */
  async proveByText() {
    const { body } = await this.sendCode();
    return this.verify(body.id, await this.textedCode());
  }

  /** From the first page to the account. */
  async setUp(number = MOBILE) {
    await this.verifyEmail();
    await this.createUser();
    const { body } = await this.givePhone(number);
    await this.verify(body.id, await this.textedCode());
    return this.proveByText();
  }
}

/** A code that is surely not `code`. */
export const wrongCode = (code: string): string => (code === '000000' ? '111111' : '000000');
