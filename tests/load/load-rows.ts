import { Readable } from 'node:stream';
import type { Connection } from 'mysql2/promise';

type Value = string | number | boolean | Date | Buffer | null;
export type Row = Record<string, Value>;

const CHUNK = 200_000;

/** One LOAD DATA: bytes travel as hexadecimal digits. */
export async function loadRows(
  connection: Connection,
  table: string,
  rows: Iterable<Row>,
  bytes: readonly string[] = [],
): Promise<void> {
  const [columns, all] = withColumns(rows);
  const fields = columns.map((name) => (bytes.includes(name) ? `@${name}` : name)).join(', ');
  const sets = bytes.map((name) => `${name} = UNHEX(@${name})`).join(', ');
  await connection.query({
    sql:
      `LOAD DATA LOCAL INFILE 'rows' INTO TABLE ${table} CHARACTER SET utf8mb4 (${fields})` +
      (sets === '' ? '' : ` SET ${sets}`),
    infileStreamFactory: () => Readable.from(chunksOf(all), { objectMode: false }),
  });
}

/** Every row has the columns of the first. */
function withColumns(rows: Iterable<Row>): [string[], Iterable<Row>] {
  const iterator = rows[Symbol.iterator]();
  const first = iterator.next().value as Row;
  const all = function* () {
    yield first;
    yield* { [Symbol.iterator]: () => iterator };
  };
  return [Object.keys(first), all()];
}

function* chunksOf(rows: Iterable<Row>): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    for (const name in row) chunk += `${textOf(row[name]!)}\t`;
    chunk = `${chunk.slice(0, -1)}\n`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

function textOf(value: Value): string | number {
  if (value === null) return '\\N';
  if (value instanceof Date) return value.toISOString().slice(0, 23).replace('T', ' ');
  if (Buffer.isBuffer(value)) return hexOf(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value;
}

let last: { bytes: Buffer; hex: string } | undefined;

/** The filler comes a million times in a row. */
function hexOf(bytes: Buffer): string {
  if (last?.bytes !== bytes) last = { bytes, hex: bytes.toString('hex') };
  return last.hex;
}
