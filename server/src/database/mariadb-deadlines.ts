import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool, PoolConnection, QueryOptions, QueryValues } from 'mysql2';

/** How long to wait for the database before the request is told to come again (security-rules 8 R2). */
export interface Deadlines {
  /** For one of the pool's connections, when all are in use. */
  readonly connectionMs: number;
  /** For the answer to one statement. */
  readonly statementMs: number;
}

type Done = (error: (Error & { code?: string }) | null, ...result: unknown[]) => void;

const patience = new AsyncLocalStorage<true>();

/** Runs work whose statements may take as long as they need: a migration rebuilds whole tables. */
export function withoutDeadline<T>(work: () => Promise<T>): Promise<T> {
  return patience.run(true, work);
}

/**
 * Gives every wait on the pool an end: an error with the code POOL_WAIT_TIMEOUT or PROTOCOL_SEQUENCE_TIMEOUT. A
 * connection that owes an answer is thrown away, because nobody knows what its next answer would belong to.
 */
export function keepDeadlines(pool: Pool, { connectionMs, statementMs }: Deadlines): void {
  const getConnection = pool.getConnection.bind(pool);
  pool.getConnection = (done) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      const error = new Error('All connections to the database are in use');
      done(Object.assign(error, { code: 'POOL_WAIT_TIMEOUT' }), undefined as never);
    }, connectionMs);
    getConnection((error, connection) => {
      clearTimeout(timer);
      if (!isLate) done(error, connection);
      else if (!error) connection.release();
    });
  };
  pool.on('connection', (connection) => limitStatements(connection, statementMs));
}

function limitStatements(connection: PoolConnection, statementMs: number): void {
  for (const method of ['query', 'execute'] as const) {
    const run = connection[method].bind(connection) as (options: QueryOptions, done: Done) => unknown;
    // As TypeORM calls it: the statement, its values if it has any, and who is told.
    const limited = (statement: string | QueryOptions, ...rest: [Done] | [QueryValues, Done]) => {
      const options = typeof statement === 'string' ? { sql: statement } : statement;
      const done = rest[rest.length - 1] as Done;
      const values = rest.length === 2 ? { values: rest[0] } : {};
      const limit = patience.getStore() ? {} : { timeout: statementMs };
      return run({ ...options, ...values, ...limit }, (error, ...result) => {
        if (error?.code === 'PROTOCOL_SEQUENCE_TIMEOUT') connection.destroy();
        done(error, ...result);
      });
    };
    Object.assign(connection, { [method]: limited });
  }
}
