import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NodeSqlite } from './node-sqlite.js';

let sqlite: NodeSqlite;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cso-sqlite-'));
  sqlite = new NodeSqlite(join(folder, 'db.sqlite'), { timeout: 0 });
  sqlite.pragma('foreign_keys = ON');
  sqlite.exec(`
    CREATE TABLE carer (id INTEGER PRIMARY KEY, email TEXT UNIQUE, name TEXT NOT NULL CHECK (name <> ''));
    CREATE TABLE child (id INTEGER PRIMARY KEY, carerId INTEGER REFERENCES carer (id));
  `);
});

afterEach(() => {
  sqlite.close();
  rmSync(folder, { recursive: true });
});

function stored(value: unknown): unknown {
  return sqlite.prepare('SELECT ? AS value').get(value)?.value;
}

function codeOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return 'no error';
}

describe('parameters', () => {
  it.each([
    ['null', null, null],
    ['undefined as null', undefined, null],
    ['true as 1', true, 1],
    ['false as 0', false, 0],
    ['a date as UTC text', new Date('2026-03-04T05:06:07.089Z'), '2026-03-04 05:06:07.089'],
    ['an integer', 42, 42],
    ['a fraction', 0.1, 0.1],
    ['a bigint', 7n, 7],
    ['text', 'émoji 😀', 'émoji 😀'],
    ['empty text', '', ''],
  ])('stores %s', (_kind, value, expected) => {
    expect(stored(value)).toBe(expected);
  });

  it.each([
    ['a Buffer', Buffer.from([0, 1, 255])],
    ['a Uint8Array', new Uint8Array([0, 1, 255])],
    ['an empty Buffer', Buffer.alloc(0)],
    ['a view into a larger buffer', Buffer.from([9, 0, 1, 255, 9]).subarray(1, 4)],
  ])('stores %s and gives a Buffer back', (_kind, value) => {
    const back = stored(value);
    expect(Buffer.isBuffer(back)).toBe(true);
    expect(back).toEqual(Buffer.from(value));
  });

  it.each([
    ['an object', { id: 1 }],
    ['an array', [1]],
    ['a symbol', Symbol('x')],
    ['a function', () => 1],
  ])('refuses %s, also as the only parameter', (_kind, value) => {
    expect(() => stored(value)).toThrow(TypeError);
  });

  it('binds several kinds in one statement', () => {
    const row = sqlite.prepare('SELECT ? AS a, ? AS b, ? AS c').get(null, true, Buffer.from('x'));
    expect(row).toEqual({ a: null, b: 1, c: Buffer.from('x') });
  });
});

describe('statements', () => {
  it('knows which statements return rows', () => {
    expect(sqlite.prepare('SELECT 1').reader).toBe(true);
    expect(sqlite.prepare('INSERT INTO carer (name) VALUES (?) RETURNING id').reader).toBe(true);
    expect(sqlite.prepare('INSERT INTO carer (name) VALUES (?)').reader).toBe(false);
  });

  it('reports changed rows and the last row id', () => {
    const insert = sqlite.prepare('INSERT INTO carer (name) VALUES (?)');
    expect(insert.run('Ana')).toEqual({ changes: 1, lastInsertRowid: 1 });
    expect(insert.run('Ben')).toEqual({ changes: 1, lastInsertRowid: 2 });
    expect(sqlite.prepare('UPDATE carer SET name = name').run().changes).toBe(2);
  });

  it('iterates row by row with blobs as Buffers', () => {
    const rows = sqlite.prepare("SELECT 1 AS n, x'00ff' AS b UNION ALL SELECT 2, x''").iterate();
    expect([...rows]).toEqual([
      { n: 1, b: Buffer.from([0, 255]) },
      { n: 2, b: Buffer.alloc(0) },
    ]);
  });

  it('gives undefined for no row', () => {
    expect(sqlite.prepare('SELECT 1 WHERE 0').get()).toBeUndefined();
  });

  it('refuses an integer that JavaScript cannot hold exactly', () => {
    expect(() => sqlite.prepare('SELECT 9007199254740993 AS n').get()).toThrow(RangeError);
  });
});

describe('errors', () => {
  beforeEach(() => {
    sqlite.exec("INSERT INTO carer (id, email, name) VALUES (1, 'a@b', 'Ana')");
  });

  it.each([
    ['SQLITE_CONSTRAINT_UNIQUE', "INSERT INTO carer (email, name) VALUES ('a@b', 'Ben')"],
    ['SQLITE_CONSTRAINT_PRIMARYKEY', "INSERT INTO carer (id, name) VALUES (1, 'Ben')"],
    ['SQLITE_CONSTRAINT_FOREIGNKEY', 'INSERT INTO child (carerId) VALUES (99)'],
    ['SQLITE_CONSTRAINT_NOTNULL', 'INSERT INTO carer (name) VALUES (NULL)'],
    ['SQLITE_CONSTRAINT_CHECK', "INSERT INTO carer (name) VALUES ('')"],
  ])('names %s', (code, sql) => {
    expect(codeOf(() => sqlite.prepare(sql).run())).toBe(code);
    expect(codeOf(() => sqlite.exec(sql))).toBe(code);
  });

  it('names a syntax error when the statement is prepared', () => {
    expect(codeOf(() => sqlite.prepare('SELEKT'))).toBe('SQLITE_1');
  });

  it('names a busy database', () => {
    const other = new NodeSqlite(sqlite.name, { timeout: 0 });
    sqlite.prepare('BEGIN TRANSACTION').run();
    expect(sqlite.inTransaction).toBe(true);
    expect(codeOf(() => other.exec("UPDATE carer SET name = 'x'"))).toBe('SQLITE_BUSY');
    other.close();
  });

  it('names a write through a read-only connection', () => {
    const reader = new NodeSqlite(sqlite.name, { readonly: true });
    expect(codeOf(() => reader.exec("UPDATE carer SET name = 'x'"))).toBe('SQLITE_READONLY');
    reader.close();
  });

  it('names a file that cannot be opened', () => {
    expect(codeOf(() => new NodeSqlite(join(folder, 'absent', 'db.sqlite')))).toBe('SQLITE_CANTOPEN');
  });
});

describe('the connection', () => {
  it('reads a pragma as rows or as one value', () => {
    expect(sqlite.pragma('foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('takes the write lock when a transaction begins, so that a later write cannot fail on a stale snapshot', () => {
    const other = new NodeSqlite(sqlite.name, { timeout: 0 });
    sqlite.prepare('BEGIN TRANSACTION').run();
    expect(codeOf(() => other.prepare('BEGIN TRANSACTION').run())).toBe('SQLITE_BUSY');
    other.close();
  });

  it('closes once and stays closed', () => {
    sqlite.close();
    sqlite.close();
    expect(sqlite.open).toBe(false);
  });
});
