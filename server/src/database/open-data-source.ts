import type { DataSource } from 'typeorm';
import { InvalidSettings } from '../config/read-settings.js';
import type { Settings } from '../config/settings.js';
import { buildDataSource } from './data-source.js';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';
import { type ServerVariables, unsafeVariables } from './production-variables.js';

/**
 * Connects to the database that the settings name. Migrations are not run: see `runMigrations`. Throws InvalidSettings
 * when production's database could lose what was acknowledged (security-rules 8).
 */
export async function openDataSource({ databaseUrl, mode }: Settings): Promise<DataSource> {
  const synchronous = mode === 'demo' ? 'NORMAL' : 'FULL';
  const dataSource = await buildDataSource({ databaseUrl, entities, migrations, synchronous });
  if (mode === 'demo' || dataSource.options.type === 'better-sqlite3') return dataSource;
  const problems = unsafeVariables(await variablesOf(dataSource));
  if (problems.length === 0) return dataSource;
  await dataSource.destroy();
  throw new InvalidSettings(problems);
}

/** As our own connections see them. */
async function variablesOf(dataSource: DataSource): Promise<ServerVariables> {
  type Row = { Variable_name: string; Value: string };
  const rows = await dataSource.query<Row[]>('SHOW SESSION VARIABLES');
  return new Map(rows.map((row) => [row.Variable_name, row.Value]));
}
