import { randomUUID } from 'node:crypto';
import type { Client } from '@cso/client';
import { accountRoutes, myMessageRoutes } from '@cso/contract';
import { request } from '@playwright/test';
import { carerClient } from '../support/carer-client.ts';
import { openDemoCouncil, type Council } from '../support/council.ts';
import { amira, fullName, leo } from '../support/personas.ts';
import { activate, signInCarer, type SignedIn } from '../support/preparations.ts';
import type { Server } from '../support/server.ts';
import { expect, test } from '../support/test.ts';

// 'Nothing lost, nothing doubled' (domain 8.5): a client that got no answer repeats its send under the same key.

const AT_ONCE = 16;

interface Send {
  readonly key: string;
  readonly body: string;
}

const sends = (): Send[] =>
  Array.from({ length: AT_ONCE }, (_, index) => ({ key: randomUUID(), body: `Message ${index}` }));

/** The carer's browser at one process of the service. */
async function carerAt(server: Server, storageState: SignedIn): Promise<Client> {
  const baseURL = `http://localhost:${server.port}`;
  return carerClient(await request.newContext({ baseURL, storageState }));
}

async function beginThread(carer: Client): Promise<string> {
  const { items: accounts } = await carer.call(accountRoutes.listMine);
  const { items: types } = await carer.call(myMessageRoutes.listTypes);
  const { threadId } = await carer.call(myMessageRoutes.startThread, {
    body: {
      accountId: accounts.find(({ name }) => name === fullName(leo))!.id,
      typeId: types.find(({ kind }) => kind === 'conversation')!.id,
      recipient: 'team',
      subject: 'Many words',
      body: 'The first',
      isPrivate: false,
    },
    idempotencyKey: randomUUID(),
  });
  return threadId;
}

const send = (carer: Client, id: string, { key, body }: Send) =>
  carer.call(myMessageRoutes.reply, { params: { id }, body: { body }, idempotencyKey: key });

/** Sends all at once and calls `onAnswers` with the number of answers so far; gives those that got none. */
async function sendAll(carer: Client, id: string, all: readonly Send[], onAnswer: (count: number) => void) {
  let answers = 0;
  const unanswered: Send[] = [];
  const sending = all.map((one) =>
    send(carer, id, one).then(
      () => onAnswer((answers += 1)),
      () => void unanswered.push(one),
    ),
  );
  await Promise.all(sending);
  return unanswered;
}

async function expectEachOnce(council: Council, carer: Client, id: string, all: readonly Send[]) {
  const { messages } = await carer.call(myMessageRoutes.getThread, { params: { id }, query: {} });
  const expected = ['The first', ...all.map(({ body }) => body)];
  expect(messages.map(({ body }) => body).sort()).toEqual(expected.sort());
  expect(await council.server.command('audit', 'verify')).toContain('intact');
}

for (const engine of ['SQLite', 'MariaDB'] as const) {
  test(`kill -9 while sending, on ${engine}: every message is there once`, async ({ mariadb }) => {
    test.slow();
    const council = await openDemoCouncil(engine === 'MariaDB' ? mariadb : undefined);
    await activate(council, amira);
    const carer = await carerAt(council.server, await signInCarer(council, amira));
    for (const killAfter of [1, 4, 8]) {
      const [id, all] = [await beginThread(carer), sends()];
      let killed: Promise<void> | undefined;
      const lost = await sendAll(carer, id, all, (count) => {
        if (count === killAfter) killed = council.server.kill();
      });
      await killed;
      expect(lost.length).toBeGreaterThan(0);
      await council.server.start();
      expect(await sendAll(carer, id, lost, () => undefined)).toEqual([]);
      await expectEachOnce(council, carer, id, all);
    }
    await council.close();
  });
}

test('two processes, one of them killed with -9 while sending: the other takes the repeats', async ({
  mariadb,
}) => {
  test.slow();
  const council = await openDemoCouncil(mariadb);
  await activate(council, amira);
  const signedIn = await signInCarer(council, amira);
  const second = await council.server.beside();
  await second.start();
  const [carer, there] = [await carerAt(council.server, signedIn), await carerAt(second, signedIn)];
  const [id, all] = [await beginThread(carer), sends()];
  let killed: Promise<void> | undefined;
  const lost = await sendAll(there, id, all, (count) => {
    if (count === 4) killed = second.kill();
  });
  await killed;
  expect(lost.length).toBeGreaterThan(0);
  expect(await sendAll(carer, id, lost, () => undefined)).toEqual([]);
  await expectEachOnce(council, carer, id, all);
  second.remove();
  await council.close();
});

test('two processes that get the same send at the same moment: one message', async ({ mariadb }) => {
  const council = await openDemoCouncil(mariadb);
  await activate(council, amira);
  const signedIn = await signInCarer(council, amira);
  const second = await council.server.beside();
  await second.start();
  const carers = [await carerAt(council.server, signedIn), await carerAt(second, signedIn)];
  const [id, all] = [await beginThread(carers[0]!), sends()];
  const twice = all.flatMap((one) => carers.map((carer) => send(carer, id, one)));
  const answers = await Promise.all(twice);
  expect(new Set(answers.map(({ messageId }) => messageId)).size).toBe(AT_ONCE);
  await expectEachOnce(council, carers[0]!, id, all);
  await second.stop();
  second.remove();
  await council.close();
});
