import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { environment } from '../../config/environment.js';
import { isInside } from '../../config/is-inside.js';
import { readSettings } from '../../config/read-settings.js';
import type { Settings } from '../../config/settings.js';
import { LOCK_FILE, ServerLock } from '../../database/server-lock.js';
import { sqliteFile } from '../../database/sqlite-file.js';
import { DemoCouncil } from '../../demo/index.js';
import type { Command } from '../command.js';
import { withParts } from '../with-parts.js';
import { bringUpToDate } from './migrate.js';

/** Forgets everything that happened in the demo and makes the demo council anew; refuses while a server runs on it. */
export const demoReset: Command = {
  summary: 'starts the demo over',
  async run(_words, print) {
    const settings = readSettings(environment());
    if (settings.mode !== 'demo' || !isInDataDir(settings)) {
      print('Only a demo on the embedded database in DATA_DIR is reset.');
      return 1;
    }
    const lock = new ServerLock(settings);
    lock.take();
    try {
      await empty(settings.dataDir);
      await bringUpToDate();
      await withParts((parts) => parts.get(DemoCouncil, { strict: false }).seed());
    } finally {
      lock.release();
    }
    print('The demo starts over: everyone is as at the first start.');
    return 0;
  },
};

/** A database that lies elsewhere would be left as it is, and may be no demo's. */
function isInDataDir({ databaseUrl, dataDir }: Settings): boolean {
  const file = sqliteFile(databaseUrl);
  return file !== undefined && isInside(file, dataDir);
}

async function empty(folder: string): Promise<void> {
  const names = await readdir(folder);
  const doomed = names.filter((name) => name !== LOCK_FILE);
  await Promise.all(doomed.map((name) => rm(path.join(folder, name), { recursive: true, force: true })));
}
