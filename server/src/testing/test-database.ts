import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { afterAll, describe, inject } from 'vitest';
import { buildDataSource, type DataSourceSettings } from '../database/data-source.js';
import { Database } from '../database/database.js';
import { runMigrations } from '../database/migrations.js';
import { migrations as productMigrations } from '../database/migrations/index.js';
import { createDatabase } from './mariadb.js';

export type Engine = Database['engine'];

export interface TestDatabase {
  dataSource: DataSource;
  database: Database;
  engine: Engine;
  /** The DATABASE_URL, for a second connection or another process. */
  url: string;
  /** Deletes every row of every entity's table. */
  clear(): Promise<void>;
}

export interface OpenSettings extends Pick<DataSourceSettings, 'entities'> {
  /** The product's own migrations unless told. */
  migrations?: DataSourceSettings['migrations'];
}

export type OpenTestDatabase = (settings: OpenSettings) => Promise<TestDatabase>;

/**
 * Runs the suite on SQLite and on a private MariaDB. Call `open` in a `beforeAll` or `beforeEach`: each call makes a new
 * migrated database, which goes away after the suite.
 */
export function describeOnEachDatabase(
  name: string,
  suite: (open: OpenTestDatabase, engine: Engine) => void,
): void {
  for (const engine of ['sqlite', 'mariadb'] as const) {
    describe(`${name} on ${engine}`, () => {
      const closings: (() => Promise<void>)[] = [];
      afterAll(async () => {
        for (const close of closings.reverse()) await close();
      });
      suite(async (settings) => {
        const { url, remove } = await emptyDatabase(engine);
        closings.push(remove);
        const opened = await openAt(url, engine, settings);
        closings.push(() => opened.dataSource.destroy());
        return opened;
      }, engine);
    });
  }
}

/** An empty database of its own and how to remove it. */
export async function emptyDatabase(engine: Engine): Promise<{ url: string; remove: () => Promise<void> }> {
  if (engine === 'mariadb') {
    // Its server is private to this run and takes the database with it.
    const url = await createDatabase(inject('mariadbPort'), `cso_${randomUUID().replaceAll('-', '')}`);
    return { url, remove: async () => undefined };
  }
  const folder = mkdtempSync(join(tmpdir(), 'cso-test-'));
  return {
    url: `sqlite:${join(folder, 'cso.sqlite')}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function openAt(url: string, engine: Engine, settings: OpenSettings): Promise<TestDatabase> {
  const { entities, migrations = productMigrations } = settings;
  const dataSource = await buildDataSource({ databaseUrl: url, entities, migrations, synchronous: 'NORMAL' });
  await runMigrations(dataSource);
  const database = new Database(dataSource);
  return { dataSource, database, engine, url, clear: () => clear(database, dataSource) };
}

async function clear(database: Database, dataSource: DataSource): Promise<void> {
  const off =
    database.engine === 'sqlite' ? 'PRAGMA defer_foreign_keys = ON' : 'SET SESSION foreign_key_checks = 0';
  await database.transaction(async (manager) => {
    await manager.query(off);
    for (const { tablePath } of dataSource.entityMetadatas) {
      await manager.query(`DELETE FROM ${dataSource.driver.escape(tablePath)}`);
    }
    if (database.engine === 'mariadb') await manager.query('SET SESSION foreign_key_checks = 1');
  });
}
