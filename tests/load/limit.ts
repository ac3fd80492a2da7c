// node limit.ts: the least that does the whole job: node:http, prepared statements, the token's check, the same
// permission joins, decryption and encryption, and the audit rows. What the product's server is measured against.
import type { SaveDraft } from '@cso/contract';
import { createServer, type IncomingMessage } from 'node:http';
import { extend, keyOf, keys, live, newId, pool, select } from './limit-base.ts';
import { accounts, dashboard, inbox, myThread, myThreads } from './limit-pages.ts';
import * as sql from './limit-statements.ts';
import { seal, tokenReader } from './sealing.ts';

const sessionOf = tokenReader(keys);

async function saveDraft(sid: string, body: SaveDraft) {
  const now = new Date();
  const { accountId, kind, targetId } = body.place;
  const rest = `|${accountId}|${kind}|${targetId}`;
  const [row] = await select(sql.DRAFT, [accountId, now, rest, ...live(sid, now)]);
  if (!row) return null;
  await extend(sid, row, now);
  const id = row['id'] ?? newId();
  const key = await keyOf(row['dataKeyId']);
  const content = seal(
    { kekId: keys.kekId, keyId: row['dataKeyId'], key },
    `drafts|content|${id}`,
    JSON.stringify(body.content),
  );
  if (row['id']) await select(sql.SAVE_DRAFT, [content, now, id, body.revision]);
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
  return { id, revision: body.revision + 1, savedAt: now.toISOString() };
}

async function bodyOf(request: IncomingMessage): Promise<SaveDraft> {
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
}).listen(Number(process.env['PORT']), '127.0.0.1');
