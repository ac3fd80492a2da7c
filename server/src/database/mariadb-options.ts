import mysql, { type Pool, type PoolOptions } from 'mysql2';
import { createConnection } from 'mysql2/promise';
import type { DataSourceOptions } from 'typeorm';
import { SECOND_MS } from '../clock/lengths.js';
import { InvalidSettings } from '../config/read-settings.js';
import { keepDeadlines } from './mariadb-deadlines.js';

type MariadbOptions = Extract<DataSourceOptions, { type: 'mysql' | 'mariadb' }>;

/** Strict mode turns over-long or unfit values into errors; waiting for a row lock ends like SQLite's busy timeout. */
const sessionSettings = [
  "SET SESSION sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'," +
    " time_zone = '+00:00', innodb_lock_wait_timeout = 5",
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
];

/** A statement may wait five seconds for a row lock, so its deadline comes after that. */
const deadlines = { connectionMs: 3 * SECOND_MS, statementMs: 8 * SECOND_MS };

/** TypeORM's own driver, with every new connection of the pool prepared before its first statement. */
const preparedMysql = {
  createPool(options: PoolOptions): Pool {
    const pool = mysql.createPool(options);
    keepDeadlines(pool, deadlines);
    pool.on('connection', (connection) => {
      for (const statement of sessionSettings) {
        connection.query(statement, (error) => error && connection.destroy());
      }
    });
    return pool;
  },
};

/** The connection options behind a `mysql://` URL. Asks the server which of MariaDB and MySQL it is. */
export async function mariadbOptions(databaseUrl: string): Promise<MariadbOptions> {
  const target = parseUrl(databaseUrl);
  return {
    // With the wrong one of the two names TypeORM's comparison of schemas never settles (tried).
    type: await serverKind(target),
    host: target.host,
    port: target.port,
    username: target.user,
    password: target.password,
    database: target.database,
    ssl: target.ssl,
    driver: preparedMysql,
    timezone: 'Z',
    charset: 'utf8mb4',
    connectTimeout: target.connectTimeout,
    supportBigNumbers: true,
    bigNumberStrings: false,
    // FOUND_ROWS: an UPDATE counts the rows it matched, as SQLite does, not those it altered.
    flags: ['FOUND_ROWS', '-LOCAL_FILES'],
    extra: { connectionLimit: 20, enableKeepAlive: true },
  };
}

function parseUrl(databaseUrl: string) {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  const database = url && decodeURIComponent(url.pathname.slice(1));
  if (url?.protocol !== 'mysql:' || !url.hostname || !database) {
    const reason = 'must be sqlite:PATH or mysql://user:password@host:port/database';
    throw new InvalidSettings([{ setting: 'DATABASE_URL', reason }]);
  }
  return {
    host: url.hostname,
    port: url.port === '' ? 3306 : Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database,
    ssl: url.searchParams.get('tls') === 'required' ? { rejectUnauthorized: true } : undefined,
    connectTimeout: 3 * SECOND_MS,
  };
}

async function serverKind(target: ReturnType<typeof parseUrl>): Promise<'mysql' | 'mariadb'> {
  const connection = await createConnection(target);
  try {
    const [rows] = await connection.query('SELECT VERSION() AS version');
    return /mariadb/i.test(JSON.stringify(rows)) ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
}
