import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { environment } from '../../config/environment.js';
import { readSettings } from '../../config/read-settings.js';
import { DemoCouncil } from '../../demo/index.js';
import type { Command } from '../command.js';
import { withParts } from '../with-parts.js';
import { bringUpToDate } from './migrate.js';

/** Forgets everything that happened in the demo and makes the demo council anew. */
export const demoReset: Command = {
  summary: 'starts the demo over',
  async run(_words, print) {
    const settings = readSettings(environment());
    if (settings.mode !== 'demo' || !settings.databaseUrl.startsWith('sqlite:')) {
      print('Only a demo on the embedded database is reset.');
      return 1;
    }
    if (await isListening(settings.host, settings.port)) {
      print('The demo is running. Stop it first, with Ctrl-C.');
      return 1;
    }
    await rm(settings.dataDir, { recursive: true, force: true });
    await bringUpToDate();
    await withParts((parts) => parts.get(DemoCouncil, { strict: false }).seed());
    print('The demo starts over: everyone is as at the first start.');
    return 0;
  },
};

const isListening = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
