import { Health } from '../../health/health.js';
import type { Command } from '../command.js';
import { withServer } from '../with-server.js';

/** Reads the settings, opens keys and database, and says what is not well. */
export const doctor: Command = {
  summary: 'checks settings, keys and database',
  run: (_words, print) =>
    withServer(async (app, settings) => {
      print(`mode      ${settings.mode}`);
      const { isReady, parts } = await app.get(Health).readiness();
      for (const [part, isWell] of Object.entries(parts))
        print(`${part.padEnd(9)} ${isWell ? 'ready' : 'not ready'}`);
      return isReady ? 0 : 1;
    }),
};
