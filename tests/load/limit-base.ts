// What the pages of the limit stand on: the pool, the keys, names, the session's activity and the audit log.
import { createHmac, createSecretKey, randomBytes, randomUUID, type KeyObject } from 'node:crypto';
import mysql, { type RowDataPacket } from 'mysql2/promise';
import * as sql from './limit-statements.ts';
import { open, readKeys, unwrapKey } from './sealing.ts';

const { DATABASE_URL, KEYS_FILE } = process.env as Record<string, string>;
const IDLE_MS = 900_000;
export const keys = readKeys(KEYS_FILE!);
export const pool = mysql.createPool({ uri: DATABASE_URL!, connectionLimit: 20, timezone: 'Z' });
pool.pool.on('connection', (connection) => {
  connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED', () => undefined);
});

export type Row = RowDataPacket;
export type Values = (string | number | Date | Buffer | null)[];

export const select = async (statement: string, values: Values): Promise<Row[]> =>
  (await pool.execute<RowDataPacket[]>(statement, values))[0];

const ring = new Map<string, KeyObject>();

export function keyOf(id: string): KeyObject | Promise<KeyObject> {
  return ring.get(id) ?? fetchKey(id);
}

async function fetchKey(id: string): Promise<KeyObject> {
  const [row] = await select(sql.DATA_KEY, [id]);
  const key = createSecretKey(unwrapKey(keys, id, row!['wrappedKey']));
  ring.set(id, key);
  return key;
}

export const unseal = (place: string, sealed: Buffer) => open(keyOf, place, sealed);

/** The names of one answer: whoever is in it often is opened once. */
export class Names {
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

export async function extend(sid: string, { lastActivityAt }: Row, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 1000);
  if (lastActivityAt > before) return;
  await select(sql.EXTEND, [now, sid, new Date(now.getTime() - IDLE_MS), before]);
}

export const live = (sid: string, now: Date): Values => [sid, now, new Date(now.getTime() - IDLE_MS)];

export interface Act {
  readonly sid: string;
  readonly actorId: string;
  readonly action: string;
  readonly type: string;
  readonly id: string;
}

/** The chained audit row, in a transaction of its own. */
export async function audit({ sid, actorId, action, type, id }: Act): Promise<void> {
  const connection = await pool.getConnection();
  try {
    await connection.query('START TRANSACTION');
    const [[head]] = await connection.execute<RowDataPacket[]>(sql.HEAD);
    const [own, seq, at, requestId] = [newId(), head!['seq'] + 1, new Date(), randomUUID()];
    const who = ['carer', actorId, null, sid, '127.0.0.1', requestId];
    const text = JSON.stringify([own, seq, at.toISOString(), ...who, action, type, id, 'done', []]);
    const hash = createHmac('sha256', keys.auditKey).update(text).update(head!['hash']).digest('hex');
    const values = [own, seq, at, actorId, sid, requestId, action, type, id, head!['hash'], hash];
    await connection.execute(sql.AUDIT, values);
    await connection.execute(sql.MOVE_HEAD, [seq, hash]);
    await connection.query('COMMIT');
  } finally {
    connection.release();
  }
}

export function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | (bytes[6]! & 15);
  bytes[8] = 0x80 | (bytes[8]! & 63);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
