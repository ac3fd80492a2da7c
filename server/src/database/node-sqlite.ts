import { DatabaseSync, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { bind, revive, withSqliteCode } from './sqlite-values.js';

/** What TypeORM's better-sqlite3 driver passes when it opens the file. */
export interface NodeSqliteOptions {
  readonly?: boolean;
  /** How long a statement waits for another connection's lock, in milliseconds. */
  timeout?: number;
}

type Row = Record<string, SQLOutputValue | Buffer>;

class NodeSqliteStatement {
  /** True for statements that return rows: TypeORM then calls `all` instead of `run`. */
  readonly reader: boolean;

  constructor(private readonly statement: StatementSync) {
    this.reader = statement.columns().length > 0;
  }

  all(...parameters: unknown[]): Row[] {
    return withSqliteCode(() => this.statement.all(...bind(parameters)).map(revive));
  }

  get(...parameters: unknown[]): Row | undefined {
    return withSqliteCode(() => {
      const row = this.statement.get(...bind(parameters));
      return row && revive(row);
    });
  }

  *iterate(...parameters: unknown[]): Generator<Row> {
    const rows = withSqliteCode(() => this.statement.iterate(...bind(parameters)));
    for (;;) {
      const next = withSqliteCode(() => rows.next());
      if (next.done) return;
      yield revive(next.value);
    }
  }

  run(...parameters: unknown[]): { changes: number; lastInsertRowid: number } {
    return withSqliteCode(() => {
      const { changes, lastInsertRowid } = this.statement.run(...bind(parameters));
      return { changes: Number(changes), lastInsertRowid: Number(lastInsertRowid) };
    });
  }
}

/**
 * Node's own SQLite in the shape of better-sqlite3, for TypeORM's `type: 'better-sqlite3', driver: NodeSqlite`.
 *
 * Errors carry better-sqlite3's codes (`SQLITE_CONSTRAINT_UNIQUE`, `SQLITE_BUSY` …) in `code`. Blobs come back as
 * `Buffer`. Booleans are stored as 0 and 1, dates as TypeORM writes them (`YYYY-MM-DD HH:mm:ss.SSS`, UTC).
 */
export class NodeSqlite {
  readonly name: string;
  readonly memory: boolean;
  private readonly connection: DatabaseSync;

  constructor(path: string, options: NodeSqliteOptions = {}) {
    this.name = path;
    this.memory = path === ':memory:';
    const { readonly: readOnly = false, timeout = 5000 } = options;
    this.connection = withSqliteCode(() => new DatabaseSync(path, { readOnly, timeout }));
  }

  get open(): boolean {
    return this.connection.isOpen;
  }

  get inTransaction(): boolean {
    return this.connection.isTransaction;
  }

  prepare(sql: string): NodeSqliteStatement {
    return withSqliteCode(() => new NodeSqliteStatement(this.connection.prepare(takingWriteLock(sql))));
  }

  exec(sql: string): this {
    withSqliteCode(() => this.connection.exec(sql));
    return this;
  }

  pragma(text: string, options: { simple?: boolean } = {}): unknown {
    const rows = this.prepare(`PRAGMA ${text}`).all();
    return options.simple ? Object.values(rows[0] ?? {})[0] : rows;
  }

  close(): void {
    if (this.open) this.connection.close();
  }
}

/**
 * A deferred transaction that reads and then writes fails at once with SQLITE_BUSY_SNAPSHOT when another connection
 * (a command line beside the server) wrote in between. Taking the write lock at the start makes it wait instead.
 */
function takingWriteLock(sql: string): string {
  return sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE TRANSACTION' : sql;
}
