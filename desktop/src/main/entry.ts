import path from 'node:path';
import * as electron from 'electron';
import { createMain } from './create-main';
import { readPolicy } from './policy';
import { BadServerAddress } from './server-address';
import { texts } from './texts';

const out = path.dirname(import.meta.dirname);

try {
  createMain({
    electron,
    paths: { renderer: path.join(out, 'renderer'), preload: path.join(out, 'preload/preload.cjs') },
    policy: readPolicy(process.platform, process.env['SystemRoot']),
    commandLine: process.argv,
    environmentUrl: process.env['CSO_SERVER_URL'],
    platform: process.platform,
  });
} catch (error) {
  // A wrong policy must not fall back to an address of the user's choice.
  const source = error instanceof BadServerAddress ? error.source : 'the policy';
  electron.dialog.showErrorBox(texts.appName, texts.badServerAddress(source));
  electron.app.exit(1);
}
