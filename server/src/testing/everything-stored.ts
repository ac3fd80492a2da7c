import type { Database } from '../database/database.js';

/** Every value of every table as text, to look for what must not stand there in clear. */
export async function everythingStored(database: Database): Promise<string> {
  const tables =
    database.engine === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE type = 'table'`
      : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()';
  const values: string[] = [];
  for (const { name } of await database.query<{ name: string }[]>(tables)) {
    const rows = await database.query<object[]>(`SELECT * FROM ${name}`);
    for (const value of rows.flatMap((row) => Object.values(row) as unknown[])) values.push(textOf(value));
  }
  return values.join('\n');
}

const textOf = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : JSON.stringify(value);
