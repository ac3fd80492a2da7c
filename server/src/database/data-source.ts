import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DataSourceOptions, MigrationInterface, ObjectLiteral } from 'typeorm';
import { DataSource } from 'typeorm';
import { InvalidSettings } from '../config/read-settings.js';
import { mariadbOptions } from './mariadb-options.js';
import { NodeSqlite } from './node-sqlite.js';
import { isSqlite } from './sqlite-file.js';

type Class<T> = new () => T;

export interface DataSourceSettings {
  /** `sqlite:PATH`, `sqlite::memory:` or `mysql://user:password@host:port/database[?tls=required]`. */
  databaseUrl: string;
  entities: readonly Class<ObjectLiteral>[];
  migrations: readonly Class<MigrationInterface>[];
  /** SQLite only. FULL (the default) survives a power cut; NORMAL may lose the last commits: demo data only. */
  synchronous?: 'FULL' | 'NORMAL';
}

/**
 * Connects to the database that the URL names. Migrations are not run: see `runMigrations`.
 * Throws when the URL is of neither kind or the database does not answer.
 */
export async function buildDataSource(settings: DataSourceSettings): Promise<DataSource> {
  const { databaseUrl } = settings;
  const shared = {
    entities: [...settings.entities],
    migrations: [...settings.migrations],
    migrationsTransactionMode: 'each' as const,
    // TypeORM's console loggers print migrations and statements with their values, whatever `logging` says.
    logger: 'debug' as const,
    logging: false,
  };
  const dataSource = isSqlite(databaseUrl)
    ? await sqliteDataSource(databaseUrl.slice('sqlite:'.length), settings.synchronous ?? 'FULL', shared)
    : new DataSource({ ...(await mariadbOptions(databaseUrl)), ...shared });
  return dataSource.initialize();
}

async function sqliteDataSource(
  path: string,
  synchronous: 'FULL' | 'NORMAL',
  shared: Pick<DataSourceOptions, 'entities' | 'migrations'>,
): Promise<DataSource> {
  if (path === '') {
    throw new InvalidSettings([{ setting: 'DATABASE_URL', reason: 'sqlite: names no file' }]);
  }
  if (path !== ':memory:') await createPrivateFile(path);
  const dataSource = new DataSource({
    ...shared,
    type: 'better-sqlite3',
    driver: NodeSqlite,
    database: path,
    enableWAL: path !== ':memory:',
    timeout: 5000,
    prepareDatabase: (sqlite: NodeSqlite) => {
      sqlite.pragma(`synchronous = ${synchronous}`);
      sqlite.pragma('secure_delete = ON');
    },
  });
  // SQLite takes any declared type and reads the affinity from its name, so both databases can share MariaDB's names.
  dataSource.driver.supportedDataTypes.push('mediumtext', 'mediumblob');
  return dataSource;
}

/** Other users of the machine must not read the file; SQLite gives its -wal and -shm files the same mode. */
async function createPrivateFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await (await open(path, 'a', 0o600)).close();
}
