import { createHash, type KeyObject } from 'node:crypto';
import {
  ASKING,
  carerOf,
  idOf,
  isAsked,
  letterOf,
  teamOfWorker,
  teamsOf,
  threadsOf,
  type Size,
} from './council.ts';
import type { Row } from './load-rows.ts';
import { wrapKey, type Keys } from './sealing.ts';

// The rows of each table, as streams: see `council.ts`.

const CONVERSATION = '01890000-0000-7000-8000-000000000001';
export const LETTER =
  'Leo had a good week at school and his teacher is pleased. He asked when he can see his sister again, and ' +
  'whether the visit on Saturday could be an hour longer. Could you let us know by Thursday? Thank you.';
const SEEN_EVERY = 4;

export function* sessions(): Generator<Row> {
  const now = new Date();
  for (const kind of ['carer', 'worker'] as const) {
    for (let n = 0; n < ASKING; n += 1) {
      yield {
        id: sessionOf(kind, n),
        kind,
        stage: 'signed_in',
        subjectId: idOf(kind === 'carer' ? 'user' : 'worker', n),
        createdAt: now,
        lastActivityAt: now,
        expiresAt: new Date(now.getTime() + 8 * 3_600_000),
      };
    }
  }
}

export const sessionOf = (kind: 'carer' | 'worker', n: number): string =>
  idOf('session', kind === 'carer' ? n : ASKING + n);

export type Seal = (keyId: string, place: string, text: string) => Buffer;

const CREATED = new Date(Date.UTC(2023, 0, 1));
const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
const dataKeyOf = (person: number): string => idOf('person', person);

export function* teams(size: Size): Generator<Row> {
  for (let n = 0; n < teamsOf(size); n += 1)
    yield { id: idOf('team', n), name: `Team ${n}`, createdAt: CREATED };
}

export function* workers(size: Size, sealed: Seal): Generator<Row> {
  for (let n = 0; n < size.workers; n += 1) {
    const id = idOf('worker', n);
    const place = (column: string) => `workers|${column}|${id}`;
    yield {
      id,
      firstName: sealed('service', place('firstName'), 'Olivia'),
      lastName: sealed('service', place('lastName'), `Hart${n}`),
      email: sealed('service', place('email'), `w${n}@council.example`),
      emailKey: digest(`w${n}`),
      role: 'caseworker',
      teamId: idOf('team', teamOfWorker(size, n)),
      isActive: true,
      createdAt: CREATED,
    };
  }
}

export function* people(size: Size, sealed: Seal): Generator<Row> {
  for (let n = 0; n < size.carers + size.children; n += 1) {
    const id = idOf('person', n);
    const isCarer = n < size.carers;
    const details = {
      firstName: isCarer ? 'Amira' : 'Leo',
      lastName: `Khan${n}`,
      dateOfBirth: isCarer ? null : '2015-05-04',
      email: isCarer ? `c${n}@example.com` : null,
      phone: isCarer ? '07400 123456' : null,
    };
    yield {
      id,
      kind: isCarer ? 'carer' : 'child',
      dataKeyId: dataKeyOf(n),
      teamId: idOf('team', n % teamsOf(size)),
      emailIndex: isCarer ? digest(`p${n}`) : null,
      details: sealed(dataKeyOf(n), `people|details|${id}`, JSON.stringify(details)),
      createdAt: CREATED,
    };
  }
}

export function* users(size: Size, sealed: Seal): Generator<Row> {
  for (let n = 0; n < size.carers; n += 1) {
    const id = idOf('user', n);
    const place = (column: string) => `users|${column}|${id}`;
    yield {
      id,
      firstName: sealed('service', place('firstName'), 'Amira'),
      lastName: sealed('service', place('lastName'), `Khan${n}`),
      email: sealed('service', place('email'), `c${n}@example.com`),
      emailKey: digest(`c${n}`),
      passwordHash: '-',
      state: 'phone_confirmed',
      needsUnlock: false,
      createdAt: CREATED,
    };
  }
}

/** Everybody's own account, and each child's for its carer. */
export function* accesses(size: Size, sealed: Seal): Generator<Row> {
  for (let person = 0; person < size.carers + size.children; person += 1) {
    const carer = person < size.carers ? person : carerOf(size, person - size.carers);
    const id = idOf('access', person);
    yield {
      id,
      personId: idOf('person', person),
      carerId: idOf('person', carer),
      invitationId: idOf('access', person),
      userId: idOf('user', carer),
      state: 'active',
      createdAt: CREATED,
      acceptedAt: CREATED,
      startsAt: CREATED,
      nickname: person < size.carers ? null : sealed(dataKeyOf(person), `accesses|nickname|${id}`, 'kite'),
    };
  }
}

export function* threads(size: Size, sealed: Seal): Generator<Row> {
  for (const thread of threadsOf(size)) {
    const id = idOf('thread', thread.n);
    const last = letterOf(size, thread, thread.length - 1);
    const { state, isUrgent } = thread;
    const isHeld = state !== 'new';
    yield {
      id,
      accountId: idOf('person', thread.about),
      carerId: idOf('person', thread.carer),
      typeId: CONVERSATION,
      state,
      subject: sealed(dataKeyOf(thread.about), `threads|subject|${id}`, 'The visit on Saturday'),
      teamId: idOf('team', teamOfWorker(size, thread.worker)),
      addresseeId: idOf('worker', thread.worker),
      holderId: isHeld ? idOf('worker', thread.worker) : null,
      isPrivate: false,
      isUrgent,
      unreadCount: isHeld ? 0 : 1,
      lastMessageId: last.id,
      lastMessageAt: last.at,
      waitingSince: state === 'closed' ? null : last.at,
      createdAt: CREATED,
    };
  }
}

function* letters(size: Size) {
  for (const thread of threadsOf(size))
    for (let m = 0; m < thread.length; m += 1) yield { thread, m, ...letterOf(size, thread, m) };
}

export function* messagesOf(size: Size, areAsked: boolean, sealed: Seal): Generator<Row> {
  for (const { thread, id, at, isByCarer } of letters(size)) {
    if (isAsked(thread) !== areAsked) continue;
    yield {
      id,
      threadId: idOf('thread', thread.n),
      author: isByCarer ? 'carer' : 'worker',
      authorId: isByCarer ? idOf('user', thread.carer) : idOf('worker', thread.worker),
      body: sealed(dataKeyOf(thread.about), `messages|body|${id}`, LETTER),
      sentAt: at,
    };
  }
}

export function* reads(size: Size): Generator<Row> {
  let n = 0;
  for (const { thread, m, id, at, isByCarer } of letters(size)) {
    if (m % SEEN_EVERY !== 0) continue;
    yield {
      id: idOf('read', n++),
      messageId: id,
      side: isByCarer ? 'worker' : 'carer',
      readerId: isByCarer ? idOf('worker', thread.worker) : idOf('user', thread.carer),
      readAt: at,
    };
  }
}

export function* readers(size: Size): Generator<Row> {
  let n = 0;
  for (const thread of threadsOf(size)) {
    const { length, unreadByCarer } = thread;
    const row = (side: 'carer' | 'worker', readerId: string, unreadCount: number): Row => ({
      id: idOf('reader', n++),
      threadId: idOf('thread', thread.n),
      side,
      readerId,
      accountId: idOf('person', thread.about),
      lastMessageId: letterOf(size, thread, length - 1).id,
      lastReadMessageId: letterOf(size, thread, length - 1 - unreadCount).id,
      unreadCount,
    });
    yield row('carer', idOf('user', thread.carer), unreadByCarer);
    yield row('worker', idOf('worker', thread.worker), thread.state === 'new' ? 1 : 0);
  }
}

export function* dataKeys(keys: Keys, ring: ReadonlyMap<string, KeyObject>): Generator<Row> {
  for (const [id, key] of ring)
    yield { id, kekId: keys.kekId, wrappedKey: wrapKey(keys, id, key.export()), createdAt: CREATED };
}
