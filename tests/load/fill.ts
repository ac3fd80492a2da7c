import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { Connection } from 'mysql2/promise';
import type { Size } from './council.ts';
import { loadRows, type Row } from './load-rows.ts';
import * as rows from './rows.ts';
import { seal, type Keys } from './sealing.ts';

/** Fills a migrated, empty database with a council of this size; what is asked for is sealed as the server seals it. */
export async function fill(connection: Connection, keys: Keys, size: Size): Promise<void> {
  await connection.query('SET unique_checks = 0, foreign_key_checks = 0');
  const ring = new Map<string, KeyObject>();
  const keyOf = (id: string): KeyObject => {
    let key = ring.get(id);
    if (!key) ring.set(id, (key = createSecretKey(randomBytes(32))));
    return key;
  };
  const sealed = (keyId: string, place: string, text: string) =>
    seal({ kekId: keys.kekId, keyId, key: keyOf(keyId) }, place, text);
  const load = (table: string, all: Iterable<Row>, bytes: readonly string[] = []) =>
    loadRows(connection, table, all, bytes);

  await load('teams', rows.teams(size));
  await load('workers', rows.workers(size, sealed), ['firstName', 'lastName', 'email']);
  await load('people', rows.people(size, sealed), ['details']);
  await load('users', rows.users(size, sealed), ['firstName', 'lastName', 'email']);
  await load('accesses', rows.accesses(size, sealed), ['nickname']);
  await load('threads', rows.threads(size, sealed), ['subject']);
  // Most letters are never asked for: they have the length of the others, and open for nobody.
  const filler = sealed('filler', 'messages|body|filler', rows.LETTER);
  await load(
    'messages',
    rows.messagesOf(size, false, () => filler),
    ['body'],
  );
  await load('messages', rows.messagesOf(size, true, sealed), ['body']);
  await load('message_reads', rows.reads(size));
  await load('thread_readers', rows.readers(size));
  await load('data_keys', rows.dataKeys(keys, ring), ['wrappedKey']);
  await connection.query('ANALYZE TABLE threads, messages, message_reads, thread_readers, accesses, people');
}

/** Signs in those who ask, from now on. */
export async function signIn(connection: Connection): Promise<void> {
  await connection.query('DELETE FROM sessions');
  await loadRows(connection, 'sessions', rows.sessions());
}
