import { createClient, newIdempotencyKey, type Client } from '@cso/client';
import {
  accessRoutes,
  challengeRoutes,
  invitationRoutes,
  myInvitationRoutes,
  personRoutes,
  signInRoutes,
  signUpRoutes,
  workerSignInRoutes,
} from '@cso/contract';
import { request, type APIRequestContext, type BrowserContextOptions } from '@playwright/test';
import { authenticatorCode, nextCodeAt } from './authenticator.ts';
import { carerClient } from './carer-client.ts';
import type { Council, ProductionCouncil } from './council.ts';
import { daniel, fullName, olivia, TEAM, type Carer, type Worker } from './personas.ts';
import { codeIn, linkIn, uniqueCodeIn } from './post.ts';

// What a test needs done before it begins is done through the same operations as the screens use, only quicker.

export type SignedIn = NonNullable<Exclude<BrowserContextOptions['storageState'], string>>;

/** A worker's client, signed in with password and authenticator code. */
export async function signInWorker(council: Council, worker: Worker): Promise<Client> {
  let token: string | null = null;
  const client = createClient({ origin: council.serverUrl, client: 'desktop', token: () => token });
  const { email, password } = worker;
  ({ token } = await client.call(workerSignInRoutes.signIn, { body: { email, password } }));
  const body = { code: await council.authenticatorCode(worker) };
  ({ token } = await client.call(workerSignInRoutes.verifyTotp, { body }));
  return client;
}

/** The link by which a new worker sets their password, from the command that makes the first worker. */
export async function addWorker({ server }: Council, worker: Worker): Promise<string> {
  const { firstName, lastName, email, role } = worker;
  const names = ['--first-name', firstName, '--last-name', lastName];
  return linkIn(
    await server.command('worker', 'add', ...names, '--email', email, '--role', role, '--team', TEAM),
  );
}

/** Adds a worker who has already set a password and an authenticator app. */
export async function enrolWorker(council: ProductionCouncil, worker: Worker): Promise<void> {
  const secretOfLink = (await addWorker(council, worker)).split('#')[1]!;
  let token: string | null = null;
  const client = createClient({ origin: council.serverUrl, client: 'desktop', token: () => token });
  const { email, password } = worker;
  await client.call(workerSignInRoutes.setPassword, {
    body: { token: secretOfLink, password, passwordConfirmation: password },
  });
  ({ token } = await client.call(workerSignInRoutes.signIn, { body: { email, password } }));
  const { secret } = await client.call(workerSignInRoutes.enrolTotp);
  const { now } = council.server;
  const firstCode = authenticatorCode(secret, now);
  const secondCode = authenticatorCode(secret, nextCodeAt(now));
  await client.call(workerSignInRoutes.confirmTotp, { body: { firstCode, secondCode } });
  council.enrolAuthenticator(worker, secret);
  // Both codes are used up.
  await council.server.advance(60_000);
}

/** Olivia invites the carer to their own account and all their children's. */
export async function invite(
  council: Council,
  carer: Carer,
): Promise<{ invitationId: string; worker: Client }> {
  const worker = await signInWorker(council, olivia);
  const { items } = await worker.call(personRoutes.search, { body: { text: fullName(carer) } });
  const person = await worker.call(personRoutes.get, { params: { id: items[0]!.id } });
  const accountIds = [person.id, ...person.placements.map(({ childId }) => childId)];
  const { id } = await worker.call(invitationRoutes.create, {
    body: { carerId: person.id, accountIds },
    idempotencyKey: newIdempotencyKey(),
  });
  return { invitationId: id, worker };
}

/** Invites the carer and confirms the code that they quote; gives the link of the second mail. */
export async function inviteByLink(council: Council, carer: Carer): Promise<string> {
  const { invitationId: id, worker } = await invite(council, carer);
  const { text } = await council.post.mail(carer.email, /^Set up your/);
  const body = { code: uniqueCodeIn(text), identifiedBy: 'known_number_called_back' } as const;
  await worker.call(invitationRoutes.confirmCode, { params: { id }, body });
  return linkIn((await council.post.mail(carer.email, /^Accept/)).text);
}

/** A browser of the carer's that has not signed in yet. */
async function withCarersBrowser<Result>(
  { origin }: Council,
  use: (client: Client, context: APIRequestContext) => Promise<Result>,
): Promise<Result> {
  const context = await request.newContext({ baseURL: origin, ignoreHTTPSErrors: true });
  try {
    return await use(carerClient(context), context);
  } finally {
    await context.dispose();
  }
}

async function provePhone(council: Council, client: Client, { phone }: Carer, id: string): Promise<void> {
  await client.call(challengeRoutes.verify, {
    params: { id },
    body: { code: await council.post.textedCode(phone) },
  });
}

/** The invited carer signs up, proves their phone twice and accepts every name; now it is with the team. */
async function acceptInvitation(council: Council, carer: Carer): Promise<void> {
  await inviteByLink(council, carer);
  const { firstName, lastName, email, password, typedPhone: number } = carer;
  await withCarersBrowser(council, async (client) => {
    await client.call(signUpRoutes.start, { body: { email } });
    const code = codeIn((await council.post.mail(email, /verification code$/)).text);
    await client.call(signUpRoutes.verifyEmail, { body: { code } });
    const names = { firstName, lastName, password, passwordConfirmation: password };
    await client.call(signUpRoutes.complete, { body: names });
    const first = await client.call(signUpRoutes.enrolPhone, {
      body: { country: 'GB', number, channel: 'text' },
    });
    await provePhone(council, client, carer, first.id);
    const second = await client.call(signInRoutes.sendCode, { body: { channel: 'text' } });
    await provePhone(council, client, carer, second.id);
    const { items } = await client.call(myInvitationRoutes.list);
    await client.call(myInvitationRoutes.accept, {
      body: { accessIds: items.map(({ accessId }) => accessId), proceed: 'yes', confirmed: true },
      idempotencyKey: newIdempotencyKey(),
    });
    await client.call(signInRoutes.signOut);
  });
}

/** The carer's accounts are active: Daniel has approved what Olivia sent. */
export async function activate(council: Council, carer: Carer): Promise<void> {
  await acceptInvitation(council, carer);
  const client = await signInWorker(council, daniel);
  const { items } = await client.call(accessRoutes.listActivations);
  const { invitationId: id, accesses } = items.find(({ email }) => email === carer.email)!;
  await client.call(accessRoutes.activate, {
    params: { id },
    body: { accessIds: accesses.map((access) => access.id) },
    idempotencyKey: newIdempotencyKey(),
  });
}

/** The carer has signed in; the browser that gets this state goes on as theirs. */
export function signInCarer(council: Council, carer: Carer): Promise<SignedIn> {
  return withCarersBrowser(council, async (client, context) => {
    const { email, password } = carer;
    await client.call(signInRoutes.signIn, { body: { email, password } });
    const { id } = await client.call(signInRoutes.sendCode, { body: { channel: 'text' } });
    await provePhone(council, client, carer, id);
    return context.storageState();
  });
}
