import type { Pool, PoolConnection, ResultSetHeader } from 'mysql2';
import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import type { NodeSqlite } from './node-sqlite.js';

/** A row as the database's driver gives it; see `RowReader` for entities. */
export type RawRow = Record<string, unknown>;

/** Rows of a statement that reads, and how many rows one that writes has matched. */
export interface Answer {
  readonly rows: readonly RawRow[];
  readonly matched: number;
}

type Execute = (sql: string, values: readonly unknown[]) => Promise<Answer>;
type SqliteStatement = ReturnType<NodeSqlite['prepare']>;

/**
 * Runs statements that the database has parsed once and keeps, on the connections that TypeORM owns: those of its pool,
 * or the transaction's. TypeORM's own way writes the values into the text of each statement, and costs half of a hot
 * route (performance 3 and 4). A failure is the same `QueryFailedError`.
 */
export class PreparedStatements {
  private readonly sqlite = new Map<string, SqliteStatement>();

  constructor(private readonly dataSource: DataSource) {}

  async run(manager: EntityManager, sql: string, values: readonly unknown[]): Promise<Answer> {
    const execute =
      this.dataSource.options.type === 'better-sqlite3' ? this.onSqlite : this.onMariadb(manager);
    try {
      return await (
        await execute
      )(sql, values);
    } catch (error) {
      throw new QueryFailedError(sql, [...values], error as Error);
    }
  }

  private readonly onSqlite: Execute = async (sql, values) => {
    const statement = this.preparedOnSqlite(sql);
    if (statement.reader) return { rows: statement.all(...values), matched: 0 };
    return { rows: [], matched: statement.run(...values).changes };
  };

  /** There is one connection, so a statement is prepared once. */
  private preparedOnSqlite(sql: string): SqliteStatement {
    const present = this.sqlite.get(sql);
    if (present) return present;
    const { databaseConnection } = this.dataSource.driver as unknown as { databaseConnection: NodeSqlite };
    const statement = databaseConnection.prepare(sql);
    this.sqlite.set(sql, statement);
    return statement;
  }

  /** mysql2 keeps the statements of each connection. */
  private async onMariadb({ queryRunner }: EntityManager): Promise<Execute> {
    const { pool } = this.dataSource.driver as unknown as { pool: Pool };
    const connection: Pool | PoolConnection = queryRunner ? await queryRunner.connect() : pool;
    return (sql, values) =>
      new Promise((resolve, reject) =>
        connection.execute<RawRow[] & ResultSetHeader>(sql, values as never[], (error, result) => {
          if (error) reject(error);
          else if (Array.isArray(result)) resolve({ rows: result, matched: 0 });
          else resolve({ rows: [], matched: (result as ResultSetHeader).affectedRows });
        }),
      );
  }
}

/** For `IN`: fills the list up to a power of two with its last value, so that lists of all lengths share few statements. */
export function inList<Value>(values: readonly Value[]): { places: string; values: Value[] } {
  if (values.length === 0) throw new Error('An IN needs at least one value');
  const length = 2 ** Math.ceil(Math.log2(values.length));
  const filled = Array.from({ length }, (_, index) => values[Math.min(index, values.length - 1)]!);
  return { places: `(${Array(length).fill('?').join(', ')})`, values: filled };
}
