// node limit.ts: the least that does the whole job: node:http, prepared statements, the token's check, the same
// permission joins, decryption and encryption, and the audit rows. What the product's server is measured against.
import { createHmac, createSecretKey, randomBytes, randomUUID, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import mysql, { type PoolConnection, type RowDataPacket } from 'mysql2/promise';
import * as sql from './limit-statements.ts';
import { open, readKeys, seal, tokenReader, unwrapKey } from './sealing.ts';

const { PORT, DATABASE_URL, KEYS_FILE } = process.env as Record<string, string>;
const IDLE_MS = 900_000;
const keys = readKeys(KEYS_FILE!);
const sessionOf = tokenReader(keys);
const pool = mysql.createPool({ uri: DATABASE_URL!, connectionLimit: 20, timezone: 'Z' });
pool.pool.on('connection', (connection) => {
  connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED', () => undefined);
});

type Row = Record<string, any>;
type Values = (string | number | Date | Buffer | null)[];

const select = async (statement: string, values: Values): Promise<Row[]> =>
  (await pool.execute<RowDataPacket[]>(statement, values))[0];

const ring = new Map<string, KeyObject>();

function keyOf(id: string): KeyObject | Promise<KeyObject> {
  return ring.get(id) ?? fetchKey(id);
}

async function fetchKey(id: string): Promise<KeyObject> {
  const [row] = await select(sql.DATA_KEY, [id]);
  const key = createSecretKey(unwrapKey(keys, id, row!['wrappedKey']));
  ring.set(id, key);
  return key;
}

const unseal = (place: string, sealed: Buffer) => open(keyOf, place, sealed);

/** The names of one answer: whoever is in it often is opened once. */
class Names {
  private readonly opened = new Map<string, Promise<string>>();

  worker(id: string, first: Buffer, last: Buffer): Promise<string> {
    return this.once(id, () => bothNames('workers', id, first, last));
  }

  user(id: string, first: Buffer, last: Buffer): Promise<string> {
    return this.once(id, () => bothNames('users', id, first, last));
  }

  person(id: string, details: Buffer): Promise<string> {
    return this.once(id, async () => {
      const { firstName, lastName } = JSON.parse(await unseal(`people|details|${id}`, details));
      return `${firstName} ${lastName}`;
    });
  }

  author(row: Row): Promise<string> {
    return row['author'] === 'carer'
      ? this.user(row['userId'], row['userFirst'], row['userLast'])
      : this.worker(row['workerId'], row['workerFirst'], row['workerLast']);
  }

  private once(id: string, name: () => Promise<string>): Promise<string> {
    let opened = this.opened.get(id);
    if (!opened) this.opened.set(id, (opened = name()));
    return opened;
  }
}

async function bothNames(table: string, id: string, first: Buffer, last: Buffer): Promise<string> {
  return `${await unseal(`${table}|firstName|${id}`, first)} ${await unseal(`${table}|lastName|${id}`, last)}`;
}

async function extend(sid: string, { lastActivityAt }: Row, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 1000);
  if (lastActivityAt > before) return;
  await select(sql.EXTEND, [now, sid, new Date(now.getTime() - IDLE_MS), before]);
}

const live = (sid: string, now: Date): Values => [sid, now, new Date(now.getTime() - IDLE_MS)];

async function audit(sid: string, actorId: string, action: string, type: string, id: string): Promise<void> {
  const connection = await pool.getConnection();
  try {
    await connection.query('START TRANSACTION');
    const [[head]] = await connection.execute<RowDataPacket[]>(sql.HEAD);
    const link = { id: newId(), seq: head!['seq'] + 1, at: new Date(), requestId: randomUUID() };
    const text = JSON.stringify([
      link.id,
      link.seq,
      link.at.toISOString(),
      'carer',
      actorId,
      null,
      sid,
      '127.0.0.1',
      link.requestId,
      action,
      type,
      id,
      'done',
      [],
    ]);
    const hash = createHmac('sha256', keys.auditKey).update(text).update(head!['hash']).digest('hex');
    await append(connection, [
      link.id,
      link.seq,
      link.at,
      actorId,
      sid,
      link.requestId,
      action,
      type,
      id,
      head!['hash'],
      hash,
    ]);
    await connection.execute(sql.MOVE_HEAD, [link.seq, hash]);
    await connection.query('COMMIT');
  } finally {
    connection.release();
  }
}

const append = (connection: PoolConnection, values: Values) => connection.execute(sql.AUDIT, values);

function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | (bytes[6]! & 15);
  bytes[8] = 0x80 | (bytes[8]! & 63);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

async function accountView(row: Row) {
  const { personId: id, carerId, nickname, accessId, kind } = row;
  return {
    id,
    name: await new Names().person(id, row['details']),
    nickname: nickname && (await unseal(`accesses|nickname|${accessId}`, nickname)),
    kind,
    isOwnAccount: carerId === id,
    newMessages: Number(row['unread'] ?? 0),
    itemsToView: 0,
    itemsToComplete: 0,
  };
}

async function accounts(sid: string) {
  const now = new Date();
  const rows = await select(sql.ACCOUNTS, [now, ...live(sid, now)]);
  if (rows.length === 0) return null;
  await extend(sid, rows[0]!, now);
  const items = await Promise.all(rows.map(accountView));
  const order = (a: { isOwnAccount: boolean; name: string }, b: typeof a) =>
    Number(b.isOwnAccount) - Number(a.isOwnAccount) || (a.name < b.name ? -1 : 1);
  return { rows, items: items.sort(order) };
}

async function dashboard(sid: string, id: string) {
  const found = await accounts(sid);
  const account = found?.items.find((item) => item.id === id);
  if (!found || !account) return null;
  await audit(sid, found.rows[0]!['subjectId'], 'account.opened', 'account', id);
  return account;
}

const beginning = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 140 ? line : `${line.slice(0, 139)}…`;
};

async function summary(row: Row, names: Names) {
  return {
    id: row['threadId'],
    accountId: row['personId'],
    accountName: await names.person(row['personId'], row['details']),
    nickname: row['nickname'] && (await unseal(`accesses|nickname|${row['accessId']}`, row['nickname'])),
    typeName: row['typeName'] ?? '',
    subject: await unseal(`threads|subject|${row['threadId']}`, row['subject']),
    excerpt: beginning(await unseal(`messages|body|${row['messageId']}`, row['body'])),
    lastAuthorName: await names.author(row),
    isWaiting: row['author'] === 'carer',
    lastMessageAt: row['lastMessageAt'].toISOString(),
    unreadCount: row['unreadCount'],
  };
}

async function myThreads(sid: string, accountId: string) {
  const now = new Date();
  const rows = await select(sql.MY_THREADS, [accountId, now, ...live(sid, now)]);
  if (rows.length === 0) return null;
  await extend(sid, rows[0]!, now);
  const page = rows.slice(0, 20);
  const { unreadCount, lastMessageId } = page.at(-1)!;
  const next = rows.length > 20 ? { nextCursor: `${unreadCount > 0 ? 'u' : 'r'}${lastMessageId}` } : {};
  const names = new Names();
  return { items: await Promise.all(page.map((row) => summary(row, names))), ...next };
}

async function myThread(sid: string, id: string) {
  const now = new Date();
  const [row] = await select(sql.MY_THREAD, [id, now, ...live(sid, now)]);
  if (!row) return null;
  await extend(sid, row, now);
  await audit(sid, row['subjectId'], 'thread.opened', 'thread', id);
  const names = new Names();
  const { excerpt: _, lastAuthorName: __, ...head } = await summary(row, names);
  const withWhom = row['withId']
    ? names.worker(row['withId'], row['withFirst'], row['withLast'])
    : row['teamName'];
  return {
    ...head,
    withWhom: await withWhom,
    isPrivate: Boolean(row['isPrivate']),
    replyRefusal: row['movedToThreadId'] ? 'moved' : row['lockedAt'] ? 'locked' : null,
    ...(await messages(id, row['subjectId'], names)),
  };
}

async function messages(threadId: string, userId: string, names: Names) {
  const rows = await select(sql.MESSAGES, [threadId]);
  const byId = new Map<string, Row[]>();
  for (const row of rows) byId.set(row['id'], [...(byId.get(row['id']) ?? []), row]);
  const all = [...byId.values()];
  const page = all.length > 30 ? all.slice(1) : all;
  const view = async (of: Row[]) => {
    const [message] = of;
    const readers = of.filter((row) => row['side'] === 'worker');
    return {
      id: message!['id'],
      author: message!['author'],
      authorName: await names.author(message!),
      isMine: message!['authorId'] === userId,
      body: await unseal(`messages|body|${message!['id']}`, message!['body']),
      sentAt: message!['sentAt'].toISOString(),
      withdrawnAt: message!['withdrawnAt']?.toISOString() ?? null,
      readBy: await Promise.all(
        readers.map(async (row) => ({
          name: await names.worker(row['readWorkerId'], row['readWorkerFirst'], row['readWorkerLast']),
          readAt: row['readAt'].toISOString(),
        })),
      ),
    };
  };
  const older = all.length > 30 ? { olderCursor: page[0]![0]!['id'] } : {};
  return { messages: await Promise.all(page.map(view)), ...older };
}

async function inbox(sid: string) {
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  const [me] = await select(sql.WORKER, [today, today, ...live(sid, now)]);
  if (!me) return null;
  await extend(sid, me, now);
  const rows = await select(sql.INBOX, Array(6).fill(me['subjectId']));
  const page = rows.slice(0, 50);
  const last = page.at(-1)!;
  const next =
    rows.length > 50 ? { nextCursor: `${last['isUrgent'] ? 'u' : 'n'}${last['lastMessageId']}` } : {};
  const names = new Names();
  return { items: await Promise.all(page.map((row) => inboxThread(row, names))), ...next };
}

async function inboxThread(row: Row, names: Names) {
  return {
    id: row['id'],
    accountId: row['accountId'],
    carerId: row['carerId'],
    state: row['state'],
    holderId: row['holderId'],
    isUrgent: Boolean(row['isUrgent']),
    isLocked: row['lockedAt'] !== null,
    isEscalated: row['escalatedAt'] !== null,
    unreadCount: row['unreadCount'],
    lastMessageAt: row['lastMessageAt'].toISOString(),
    waitingSince: row['waitingSince']?.toISOString() ?? null,
    snoozedUntil: row['snoozedUntil'],
    accountName: await names.person(row['accountId'], row['accountDetails']),
    carerName: await names.person(row['carerId'], row['carerDetails']),
    typeName: row['typeName'] ?? '',
    subject: await unseal(`threads|subject|${row['id']}`, row['subject']),
    excerpt: beginning(await unseal(`messages|body|${row['messageId']}`, row['body'])),
    addresseeName:
      row['addresseeId'] &&
      (await names.worker(row['addresseeId'], row['addresseeFirst'], row['addresseeLast'])),
    holderName:
      row['holderId'] && (await names.worker(row['holderId'], row['holderFirst'], row['holderLast'])),
  };
}

async function saveDraft(sid: string, body: Row) {
  const now = new Date();
  const { accountId, kind, targetId } = body['place'];
  const rest = `|${accountId}|${kind}|${targetId}`;
  const [row] = await select(sql.DRAFT, [accountId, now, rest, ...live(sid, now)]);
  if (!row) return null;
  await extend(sid, row, now);
  const id = row['id'] ?? newId();
  const key = await keyOf(row['dataKeyId']);
  const content = seal(
    keys.kekId,
    row['dataKeyId'],
    key,
    `drafts|content|${id}`,
    JSON.stringify(body['content']),
  );
  if (row['id']) await select(sql.SAVE_DRAFT, [content, now, id, body['revision']]);
  else
    await select(sql.NEW_DRAFT, [
      id,
      row['subjectId'],
      accountId,
      kind,
      targetId,
      row['subjectId'],
      rest,
      content,
      now,
    ]);
  return { id, revision: body['revision'] + 1, savedAt: now.toISOString() };
}

async function bodyOf(request: IncomingMessage): Promise<Row> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

function answer(request: IncomingMessage): Promise<object | null> {
  const { headers } = request;
  const isWorker = headers['x-cso-client'] === 'desktop';
  const token = isWorker
    ? headers.authorization!.slice(7)
    : /__Host-cso=([^;]+)/.exec(headers.cookie ?? '')![1]!;
  const sid = sessionOf(token);
  const url = request.url!;
  if (url.startsWith('/api/inbox')) return inbox(sid);
  if (url === '/api/my/drafts') return bodyOf(request).then((body) => saveDraft(sid, body));
  if (url === '/api/my/accounts') return accounts(sid).then((found) => found && { items: found.items });
  if (url.endsWith('/dashboard')) return dashboard(sid, url.split('/')[4]!);
  if (url.startsWith('/api/my/threads?')) return myThreads(sid, url.split('=')[1]!);
  return myThread(sid, url.split('/')[4]!);
}

await pool.query(sql.FIRST_HEAD);
createServer((request, response) => {
  if (request.url === '/') return void response.end();
  answer(request).then(
    (found) => {
      const text = JSON.stringify(found ?? { code: 'NOT_FOUND' });
      response.writeHead(found ? 200 : 404, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': Buffer.byteLength(text),
      });
      response.end(text);
    },
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      response.writeHead(500).end();
    },
  );
}).listen(Number(PORT), '127.0.0.1');
