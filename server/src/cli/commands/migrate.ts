import type { Command } from '../command.js';
import { withServer } from '../with-server.js';

/** The server migrates at its start too; this does it apart, before a new version takes over. */
export const migrate: Command = {
  summary: 'brings the database to this version',
  run: (_words, print) =>
    withServer(async () => {
      print('The database fits this version.');
      return 0;
    }),
};
