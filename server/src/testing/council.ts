import {
  accessRoutes,
  challengeRoutes,
  invitationRoutes,
  myInvitationRoutes,
  mySignInRoutes,
  personRoutes,
  signInRoutes,
  signUpRoutes,
  taskRoutes,
  workerSignInRoutes,
  type Invitation,
  type Task,
  type WorkerRole,
} from '@cso/contract';
import { demoTotpSecret, demoWorkers } from '../demo/index.js';
import { DemoMailbox } from '../gateways/demo/demo-mailbox.js';
import { systemContext } from '../request/request-context.js';
import { OutboxRelay } from '../notifications/index.js';
import { EnrolWorker, Teams, Workers } from '../staff/index.js';
import type { TestApp } from './test-app.js';
import type { TestClient } from './test-client.js';
import { totp } from './test-worker.js';

const CARER_PASSWORD = 'kitchen-window-garden';

/** A carer with children placed with them; `all` are the accounts that they may be invited to. */
export interface Family {
  readonly carerId: string;
  readonly email: string;
  readonly number: string;
  readonly childIds: readonly string[];
  readonly all: string[];
}

/** The demo council at work: each method is what a person does. */
export class Council {
  private families = 123500;

  constructor(readonly service: TestApp) {}

  workerAt(firstName: string): Promise<TestClient> {
    return this.signIn(demoWorkers.find((worker) => worker.firstName === firstName)!);
  }

  /** Somebody new, of the given team or of none, at their desktop app. */
  async newWorker(
    firstName: string,
    teamId: string | null,
    role: WorkerRole = 'caseworker',
  ): Promise<TestClient> {
    const email = `${firstName.toLowerCase()}@council.example`;
    const worker = {
      firstName,
      lastName: 'Newly',
      email,
      role,
      teamId,
      password: 'turnip-lighthouse-sonata',
    };
    const totpSecret = demoTotpSecret(email);
    await this.service.get(EnrolWorker).enrolWorker(systemContext(), { ...worker, totpSecret });
    return this.signIn(worker);
  }

  async workerId(firstName: string): Promise<string> {
    const all = await this.service.get(Workers).listAll();
    return all.find((worker) => worker.firstName === firstName)!.id;
  }

  async newTeam(name: string): Promise<string> {
    return (await this.service.get(Teams).add(systemContext(), name)).id;
  }

  /** A carer with an address of their own and children placed with them. */
  async family(app: TestClient, name: string, children = 1): Promise<Family> {
    const number = `07400 ${(this.families += 1)}`;
    const email = `${name.toLowerCase()}@carers.example`;
    const carer = { firstName: name, lastName: 'Carer', email, phone: number };
    const { body } = await app.call(personRoutes.createCarer, { body: carer });
    const childIds: string[] = [];
    for (let child = 1; child <= children; child += 1) {
      childIds.push(await this.newChild(app, body.id, `${name}child${child}`));
    }
    return { carerId: body.id, email, number, childIds, all: [body.id, ...childIds] };
  }

  private async newChild(app: TestClient, carerId: string, firstName: string): Promise<string> {
    const child = { firstName, lastName: 'Child', dateOfBirth: '2018-05-01' };
    const { body } = await app.call(personRoutes.createChild, { body: child });
    const placement = { carerId, childId: body.id, startsOn: '2026-01-05' };
    await app.call(personRoutes.placeChild, { body: placement });
    return body.id;
  }

  private async signIn({ email, password }: { email: string; password: string }): Promise<TestClient> {
    const app = this.service.client('desktop');
    const first = await app.call(workerSignInRoutes.signIn, { body: { email, password } });
    app.token = first.body.token;
    const code = totp(this.service, demoTotpSecret(email));
    const second = await app.call(workerSignInRoutes.verifyTotp, { body: { code } });
    app.token = second.body.token;
    return app;
  }

  async openTasks(app: TestClient): Promise<Task[]> {
    return (await app.call(taskRoutes.list, { query: { view: 'available' } })).body.items;
  }

  /** The id of a person of the demo, as the worker finds them. */
  async find(app: TestClient, text: string): Promise<string> {
    const { body } = await app.call(personRoutes.search, { body: { text } });
    return body.items[0]!.id;
  }

  async invite(
    app: TestClient,
    carerId: string,
    accountIds: string[],
    idempotencyKey: string = crypto.randomUUID(),
  ) {
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

  /** Ticks the first names of the list, or all, and says yes. */
  async accept(carer: TestClient, count = 50, idempotencyKey: string = crypto.randomUUID()) {
    const { items } = (await carer.call(myInvitationRoutes.list)).body;
    const waiting = items.filter(({ state }) => state === 'awaiting_carer').slice(0, count);
    const accessIds = waiting.map(({ accessId }) => accessId);
    const body = { accessIds, proceed: 'yes', confirmed: true } as const;
    return carer.call(myInvitationRoutes.accept, { body, idempotencyKey });
  }

  /** Approves every name that waits, or those given. */
  async activate(
    app: TestClient,
    id: string,
    accessIds?: string[],
    idempotencyKey: string = crypto.randomUUID(),
  ) {
    const { items } = (await app.call(accessRoutes.listActivations)).body;
    const waiting = items.find(({ invitationId }) => invitationId === id)?.accesses ?? [];
    const body = { accessIds: accessIds ?? waiting.map((access) => access.id) };
    return app.call(accessRoutes.activate, { params: { id }, body, idempotencyKey });
  }

  /** Invited, signed up and every name accepted: it waits for a worker. */
  async acceptedFamily(
    app: TestClient,
    name: string,
    { children = 1, number }: { children?: number; number?: string } = {},
  ) {
    const family = await this.family(app, name, children);
    const { id } = await this.inviteAndConfirm(app, family.carerId, family.all);
    const carer = await this.signUp(family.email, number ?? family.number);
    const { items } = (await this.accept(carer)).body;
    return { ...family, id, carer, accessIds: items.map(({ accessId }) => accessId) };
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

  /** A signed-in carer proves the old number, then the new one. */
  async changePhone(carer: TestClient, from: string, to: string): Promise<void> {
    const stepUp = await carer.call(mySignInRoutes.sendStepUpCode, { body: { channel: 'text' } });
    const code = await this.textedCode(from);
    await carer.call(mySignInRoutes.verifyStepUp, { params: { id: stepUp.body.id }, body: { code } });
    const phone = { country: 'GB', number: to };
    const sent = await carer.call(mySignInRoutes.changePhone, { body: { ...phone, channel: 'text' } });
    const proof = { challengeId: sent.body.id, code: await this.textedCode(to) };
    await carer.call(mySignInRoutes.confirmPhone, { body: { ...phone, ...proof } });
  }

  private async proveByText(browser: TestClient, id: string, number: string): Promise<void> {
    const code = await this.textedCode(number);
    await browser.call(challengeRoutes.verify, { params: { id }, body: { code } });
  }

  private async textedCode(number: string): Promise<string> {
    const texts = await this.messages(`+44${number.replaceAll(' ', '').slice(1)}`, 'text');
    return sixDigits(texts.at(-1)!.text);
  }

  private async messages(to: string, channel: 'mail' | 'text') {
    await this.service.get(OutboxRelay).drain();
    const all = await this.service.get(DemoMailbox).list();
    return all.filter((message) => message.to === to && message.channel === channel);
  }
}

const sixDigits = (text: string): string => /\b\d{6}\b/.exec(text)![0];
