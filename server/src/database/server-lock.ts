import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { OnApplicationShutdown } from '@nestjs/common';
import { isInside } from '../config/is-inside.js';
import { InvalidSettings } from '../config/read-settings.js';
import type { Settings } from '../config/settings.js';
import { NodeSqlite } from './node-sqlite.js';
import { isSqlite, sqliteFile } from './sqlite-file.js';

/** The one file of DATA_DIR that outlives a reset: whoever deletes a locked file takes the lock away. */
export const LOCK_FILE = 'server.lock';

/** What a setting names, and the file that is locked for it. */
interface Place {
  readonly setting: 'DATA_DIR' | 'DATABASE_URL';
  readonly named: string;
  readonly file: string;
}

/**
 * Lets one server at a time write to DATA_DIR. It belongs to the opening of the database, for it is SQLite's file that
 * takes one server process only (ADR 1), and no command that opens the database beside a server is in its way. The demo
 * takes it on any database: its mailbox stands in DATA_DIR. Several processes may serve one MariaDB in production, and
 * lock nothing.
 *
 * The lock is the operating system's: an exclusive transaction on an empty SQLite file of its own. It ends with the
 * process, whatever ended that, so none is ever left over and no process number has to be believed.
 */
export class ServerLock implements OnApplicationShutdown {
  private readonly held: NodeSqlite[] = [];
  private readonly places: readonly Place[];

  constructor(settings: Pick<Settings, 'mode' | 'dataDir' | 'databaseUrl'>) {
    this.places = placesOf(settings);
  }

  /** Throws InvalidSettings, which names the folder or the file, while another server holds it. */
  take(): void {
    try {
      for (const place of this.places) this.held.push(lock(place));
    } catch (error) {
      this.release();
      throw error;
    }
  }

  release(): void {
    for (const connection of this.held.splice(0)) connection.close();
  }

  onApplicationShutdown(): void {
    this.release();
  }
}

/** An SQLite file outside DATA_DIR has a lock of its own: servers with different folders may name it. */
function placesOf({
  mode,
  dataDir,
  databaseUrl,
}: Pick<Settings, 'mode' | 'dataDir' | 'databaseUrl'>): Place[] {
  if (mode !== 'demo' && !isSqlite(databaseUrl)) return [];
  const folder: Place = { setting: 'DATA_DIR', named: dataDir, file: path.join(dataDir, LOCK_FILE) };
  const database = sqliteFile(databaseUrl);
  if (database === undefined || isInside(database, dataDir)) return [folder];
  return [folder, { setting: 'DATABASE_URL', named: database, file: `${database}.lock` }];
}

function lock({ setting, named, file }: Place): NodeSqlite {
  createPrivately(file);
  const connection = new NodeSqlite(file, { timeout: 0 });
  try {
    // Nothing is ever written, so there is no journal to keep beside it.
    connection.pragma('journal_mode = MEMORY');
    return connection.exec('BEGIN EXCLUSIVE TRANSACTION');
  } catch (error) {
    connection.close();
    if (!isBusy(error)) throw error;
    const reason = `${named} is in use by a running server: stop that first, or choose another ${setting}`;
    throw new InvalidSettings([{ setting, reason }]);
  }
}

/** Only SQLite may open a file that is there: POSIX gives up a process's locks when it closes any handle on the file. */
function createPrivately(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  if (!existsSync(file)) writeFileSync(file, '', { mode: 0o600 });
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
