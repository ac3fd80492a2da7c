import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import type { DesktopApp, Launch } from './desktop-app.ts';
import { launchStandIn } from './launch-stand-in.ts';

export interface LaunchOptions {
  /** The origin the app talks to, set as an organisation would (CSO_SERVER_URL); none for a first start. */
  serverUrl?: string;
  /** More command line arguments, such as a cso:// link. */
  args?: string[];
  /** A folder that outlives the app, for tests of a second start. */
  userData?: string;
}

const appDir = path.resolve(import.meta.dirname, '../../desktop');

/** Looks without importing `electron`, which would try to download the binary. */
function findElectron() {
  const packageDir = path.dirname(
    createRequire(path.join(appDir, 'package.json')).resolve('electron/package.json'),
  );
  const pathFile = path.join(packageDir, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron';
  const binary = path.join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(packageDir, 'dist'), name);
  return { binary, isFound: existsSync(binary) };
}

/** Which host runs the specs, in words for the test output. DESKTOP_HOST=standin or =electron forces one. */
export function describeHost() {
  const { binary, isFound } = findElectron();
  const forced = process.env['DESKTOP_HOST'];
  if (forced === 'electron' && !isFound) throw new Error(`DESKTOP_HOST=electron, but there is no ${binary}`);
  if (forced === 'standin') return { binary: null, text: 'The stand-in runs the app (DESKTOP_HOST=standin)' };
  if (isFound) return { binary, text: `Electron binary: ${binary}` };
  return {
    binary: null,
    text: `Electron binary not found: the stand-in runs the app (looked for ${binary})`,
  };
}

/** Starts the built caseworker app (run `npm run build -w @cso/desktop` first). */
export async function launchDesktop(options: LaunchOptions = {}): Promise<DesktopApp> {
  const userData = options.userData ?? mkdtempSync(path.join(os.tmpdir(), 'cso-desktop-'));
  const launch: Launch = {
    appDir,
    entry: path.join(appDir, 'out/main/entry.js'),
    args: options.args ?? [],
    userData,
    env: options.serverUrl ? { CSO_SERVER_URL: options.serverUrl } : {},
  };
  if (!existsSync(launch.entry)) throw new Error('desktop/out is missing: run npm run build -w @cso/desktop');
  const { binary } = describeHost();
  const app = binary ? await launchElectron(binary, launch) : await launchStandIn(launch);
  const close = async () => {
    await app.close();
    if (!options.userData) rmSync(userData, { recursive: true, force: true, maxRetries: 3 });
  };
  return { ...app, userData, close };
}

async function launchElectron(binary: string, { entry, args, userData, env }: Launch) {
  const isRoot = process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath: binary,
    args: [entry, `--user-data-dir=${userData}`, ...(isRoot ? ['--no-sandbox'] : []), ...args],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  const exited = new Promise<number | null>((resolve) => app.process().once('exit', resolve));
  return {
    isReal: true,
    exited,
    firstWindow: () => app.firstWindow(),
    windows: () => app.windows(),
    evaluate: ((fn: never, arg: never) => app.evaluate(fn, arg)) as DesktopApp['evaluate'],
    close: () => app.close(),
  };
}
