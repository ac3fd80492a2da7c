import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { validateConfiguration } = require('app-builder-lib/out/util/config/config');

/** Rejects when electron-builder would not take the configuration. Needs no network and no Electron binary. */
export const checkConfig = (config) => validateConfiguration(config, { isEnabled: false });

if (import.meta.main) {
  try {
    await checkConfig(require('../electron-builder.config.cjs'));
    process.stdout.write('electron-builder.config.cjs is valid.\n');
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
