import { audit, extend, live, Names, select, unseal, type Row } from './limit-base.ts';
import * as sql from './limit-statements.ts';

// The pages of the limit, each answered as the product answers it.

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

export async function accounts(sid: string) {
  const now = new Date();
  const rows = await select(sql.ACCOUNTS, [now, ...live(sid, now)]);
  if (rows.length === 0) return null;
  await extend(sid, rows[0]!, now);
  const items = await Promise.all(rows.map(accountView));
  const order = (a: { isOwnAccount: boolean; name: string }, b: typeof a) =>
    Number(b.isOwnAccount) - Number(a.isOwnAccount) || (a.name < b.name ? -1 : 1);
  return { rows, items: items.sort(order) };
}

export async function dashboard(sid: string, id: string) {
  const found = await accounts(sid);
  const account = found?.items.find((item) => item.id === id);
  if (!found || !account) return null;
  await audit({ sid, actorId: found.rows[0]!['subjectId'], action: 'account.opened', type: 'account', id });
  return account;
}

const beginning = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 140 ? line : `${line.slice(0, 139)}…`;
};

async function headOf(row: Row, names: Names) {
  return {
    id: row['threadId'],
    accountId: row['personId'],
    accountName: await names.person(row['personId'], row['details']),
    nickname: row['nickname'] && (await unseal(`accesses|nickname|${row['accessId']}`, row['nickname'])),
    typeName: row['typeName'] ?? '',
    subject: await unseal(`threads|subject|${row['threadId']}`, row['subject']),
    isWaiting: row['author'] === 'carer',
    isMoved: false,
    lastMessageAt: row['lastMessageAt'].toISOString(),
    unreadCount: row['unreadCount'],
  };
}

async function summary(row: Row, names: Names) {
  return {
    ...(await headOf(row, names)),
    excerpt: beginning(await unseal(`messages|body|${row['messageId']}`, row['body'])),
    lastAuthorName: await names.author(row),
  };
}

export async function myThreads(sid: string, accountId: string) {
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

export async function myThread(sid: string, id: string) {
  const now = new Date();
  const [row] = await select(sql.MY_THREAD, [id, now, ...live(sid, now)]);
  if (!row) return null;
  await extend(sid, row, now);
  await audit({ sid, actorId: row['subjectId'], action: 'thread.opened', type: 'thread', id });
  const names = new Names();
  const head = await headOf(row, names);
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
    const readers = of.filter((row) => row['side'] === 'worker' && row['author'] === 'carer');
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

export async function inbox(sid: string) {
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
