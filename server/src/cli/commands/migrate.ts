import { environment } from '../../config/environment.js';
import { readSettings } from '../../config/read-settings.js';
import { runMigrations } from '../../database/migrations.js';
import { openDataSource } from '../../database/open-data-source.js';
import type { Command } from '../command.js';

/** The server migrates at its start too; this does it apart, before a new version takes over. */
export const migrate: Command = {
  summary: 'brings the database to this version',
  async run(_words, print) {
    for (const name of await bringUpToDate()) print(`Ran ${name}.`);
    print('The database fits this version.');
    return 0;
  },
};

/** The names of the migrations that ran. */
export async function bringUpToDate(): Promise<string[]> {
  const dataSource = await openDataSource(readSettings(environment()));
  try {
    return await runMigrations(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
