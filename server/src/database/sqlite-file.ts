import path from 'node:path';

/** Whether the URL names the embedded database, on a file or in memory. */
export const isSqlite = (databaseUrl: string): boolean => databaseUrl.startsWith('sqlite:');

/** The file of the embedded database, if the URL names one. */
export function sqliteFile(databaseUrl: string): string | undefined {
  const file = isSqlite(databaseUrl) ? databaseUrl.slice('sqlite:'.length) : '';
  return file === '' || file === ':memory:' ? undefined : path.resolve(file);
}
