import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';

const errorCodes: Record<number, string> = {
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  19: 'SQLITE_CONSTRAINT',
  261: 'SQLITE_BUSY_RECOVERY',
  275: 'SQLITE_CONSTRAINT_CHECK',
  517: 'SQLITE_BUSY_SNAPSHOT',
  787: 'SQLITE_CONSTRAINT_FOREIGNKEY',
  1299: 'SQLITE_CONSTRAINT_NOTNULL',
  1555: 'SQLITE_CONSTRAINT_PRIMARYKEY',
  1811: 'SQLITE_CONSTRAINT_TRIGGER',
  2067: 'SQLITE_CONSTRAINT_UNIQUE',
};

/** Runs one call of node:sqlite and gives its error the code that better-sqlite3 would have given. */
export function withSqliteCode<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    if (isSqliteError(error)) error.code = errorCodes[error.errcode] ?? `SQLITE_${error.errcode}`;
    throw error;
  }
}

/** Turns the values a caller binds into those SQLite stores. Throws a TypeError on a kind that has no clear meaning. */
export function bind(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map(bindOne);
}

/** Gives every blob of a row back as a `Buffer` over the same bytes. */
export function revive(row: Record<string, SQLOutputValue>): Record<string, SQLOutputValue | Buffer> {
  for (const [column, value] of Object.entries(row)) {
    if (value instanceof Uint8Array)
      row[column] = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
  return row;
}

function bindOne(value: unknown): SQLInputValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString().replace('T', ' ').replace('Z', '');
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string') return value;
  if (value instanceof Uint8Array) return value;
  // node:sqlite would read a plain object as named parameters and bind nothing.
  throw new TypeError(`SQLite cannot store a value of type ${typeof value}`);
}

function isSqliteError(error: unknown): error is Error & { code: string; errcode: number } {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR' && 'errcode' in error;
}
