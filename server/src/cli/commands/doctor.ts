import { DataKeyRing } from '../../crypto/data-keys.js';
import { Keys } from '../../crypto/keys.js';
import { SchemaState } from '../../database/schema-state.js';
import { Health } from '../../health/health.js';
import type { Command } from '../command.js';
import { keyLines } from '../key-lines.js';
import { withUncheckedParts } from '../with-parts.js';

/** Reads the settings, opens keys and database, and says what is not well. Changes nothing. */
export const doctor: Command = {
  summary: 'checks settings, keys and database',
  run: (_words, print) =>
    withUncheckedParts(async (parts, settings) => {
      print(`mode      ${settings.mode}`);
      print(`keys      ${settings.keysFile}`);
      for (const line of keyLines(parts.get(Keys))) print(`key       ${line}`);
      const { isReady, parts: checked } = await parts.get(Health).readiness();
      for (const [part, isWell] of Object.entries(checked))
        print(`${part.padEnd(9)} ${isWell ? 'ready' : 'not ready'}`);
      const pending = isReady ? await parts.get(SchemaState).pending() : [];
      for (const migration of pending) print(`pending   ${migration}`);
      if (!isReady || pending.length > 0) return 1;
      const missing = await parts.get(DataKeyRing).missingKeks();
      for (const id of missing) print(`missing   ${id}, which data keys in the database are wrapped under`);
      return missing.length === 0 ? 0 : 1;
    }),
};
