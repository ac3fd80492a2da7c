import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { findWrongFuses } from './fuses.mjs';

const require = createRequire(import.meta.url);
const config = require('../electron-builder.config.cjs');
const { productName } = config;
const macApp = (folder) => `${folder}/${productName}.app/Contents`;

// Electron carries its fuses in this file: before packing, and after it.
const PLATFORMS = {
  linux: { flag: '--linux', electron: 'electron', packed: `linux-unpacked/${config.linux.executableName}` },
  win32: { flag: '--win', electron: 'electron.exe', packed: `win-unpacked/${productName}.exe` },
  darwin: {
    flag: '--mac',
    electron: 'Electron.app/Contents/MacOS/Electron',
    packed: `${macApp(process.arch === 'arm64' ? 'mac-arm64' : 'mac')}/Frameworks/Electron Framework.framework/Electron Framework`,
  },
};
const platform = PLATFORMS[process.platform];

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** The unpacked Electron: ELECTRON_DIST, else where `npx install-electron` puts it. */
function findElectron() {
  const installed = path.join(path.dirname(require.resolve('electron/package.json')), 'dist');
  const folder = process.env.ELECTRON_DIST ?? installed;
  return existsSync(path.join(folder, platform.electron)) ? folder : null;
}

function run(command, args, env) {
  const isWindows = process.platform === 'win32';
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: isWindows,
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exit(status ?? 1);
}

const ELECTRON_DIST = findElectron();
if (!ELECTRON_DIST) {
  fail(
    `No Electron binary: run "npx install-electron" (needs the internet), or set ELECTRON_DIST to a folder with Electron ${config.electronVersion} unpacked.`,
  );
}
const configFile = 'electron-builder.config.cjs';
run('npm', ['run', 'build']);
run('electron-builder', ['--config', configFile, platform.flag, ...process.argv.slice(2)], { ELECTRON_DIST });
const wrong = findWrongFuses(
  readFileSync(path.join(config.directories.output, platform.packed)),
  config.electronFuses,
);
if (wrong.length > 0) fail(`The packed app has wrong fuses: ${wrong.join(', ')}.`);
