import { SchemaState } from '../../database/schema-state.js';
import { Health } from '../../health/health.js';
import type { Command } from '../command.js';
import { withUncheckedParts } from '../with-parts.js';

/** Reads the settings, opens keys and database, and says what is not well. Changes nothing. */
export const doctor: Command = {
  summary: 'checks settings, keys and database',
  run: (_words, print) =>
    withUncheckedParts(async (parts, settings) => {
      print(`mode      ${settings.mode}`);
      const { isReady, parts: checked } = await parts.get(Health).readiness();
      for (const [part, isWell] of Object.entries(checked))
        print(`${part.padEnd(9)} ${isWell ? 'ready' : 'not ready'}`);
      const pending = isReady ? await parts.get(SchemaState).pending() : [];
      for (const migration of pending) print(`pending   ${migration}`);
      return isReady && pending.length === 0 ? 0 : 1;
    }),
};
