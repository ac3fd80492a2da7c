import { chmod, rename, rm } from 'node:fs/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { withoutDeadline } from './mariadb-deadlines.js';

const lockSeconds = 120;

/**
 * Brings the schema up to this build and gives the names of the migrations that ran. Call it before serving.
 *
 * An SQLite file that holds something is first copied to `<file>.before-<first migration>`. On MariaDB a named lock lets
 * one process migrate while the others wait, and find nothing left to do. Throws when the database knows a migration
 * that this build lacks: it belongs to a newer build.
 */
export async function runMigrations(dataSource: DataSource): Promise<string[]> {
  const queryRunner = dataSource.createQueryRunner();
  try {
    return await withoutDeadline(() =>
      holdingLock(dataSource, queryRunner, () => migrate(dataSource, queryRunner)),
    );
  } finally {
    await queryRunner.release();
  }
}

/** The names of the migrations that this build would run. Changes nothing; throws as `runMigrations` does. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const queryRunner = dataSource.createQueryRunner();
  try {
    return pendingAfter(await appliedNames(queryRunner), dataSource);
  } finally {
    await queryRunner.release();
  }
}

function pendingAfter(applied: readonly string[], dataSource: DataSource): string[] {
  const known = dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
  const unknown = applied.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new NewerDatabase(unknown);
  return known.filter((name) => !applied.includes(name));
}

/** The database knows a migration that this build lacks. */
class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';

  constructor(migration: string) {
    super(`The database was migrated by a newer build: this one does not know ${migration}`);
  }
}

async function migrate(dataSource: DataSource, queryRunner: QueryRunner): Promise<string[]> {
  const applied = await appliedNames(queryRunner);
  const [first] = pendingAfter(applied, dataSource);
  if (first === undefined) return [];
  if (applied.length > 0) await copySqliteFile(dataSource, first);
  const ran = await dataSource.runMigrations();
  return ran.map(({ name }) => name);
}

async function appliedNames(queryRunner: QueryRunner): Promise<string[]> {
  if (!(await queryRunner.hasTable('migrations'))) return [];
  const rows = await queryRunner.manager.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id');
  return rows.map(({ name }) => name);
}

/** VACUUM INTO writes a complete copy, also while the write-ahead log holds commits that the file does not. */
async function copySqliteFile(dataSource: DataSource, firstMigration: string): Promise<void> {
  const { type, database } = dataSource.options;
  if (type !== 'better-sqlite3' || database === ':memory:') return;
  const copy = `${database}.before-${firstMigration}`;
  const unfinished = `${copy}.part`;
  await rm(unfinished, { force: true });
  await dataSource.query('VACUUM INTO ?', [unfinished]);
  await chmod(unfinished, 0o600);
  await rename(unfinished, copy);
}

/** The lock belongs to the query runner's connection: a process that dies gives it back. */
async function holdingLock<T>(
  dataSource: DataSource,
  queryRunner: QueryRunner,
  work: () => Promise<T>,
): Promise<T> {
  const { type, database } = dataSource.options;
  if (type === 'better-sqlite3') return work();
  const name = `cso ${String(database)}`.slice(0, 64);
  const [row] = await queryRunner.manager.query<{ held: number }[]>('SELECT GET_LOCK(?, ?) AS held', [
    name,
    lockSeconds,
  ]);
  if (Number(row?.held) !== 1)
    throw new Error('Another process has been migrating the database for too long');
  try {
    return await work();
  } finally {
    await queryRunner.query('SELECT RELEASE_LOCK(?)', [name]);
  }
}
