import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './commands.mjs';

const PACKAGE = inRoot('node_modules', 'electron');

export const HOW_TO_GET_ELECTRON = 'The Electron program is not here yet. Get it with: npx install-electron';

/**
 * The Electron program, or null. Found by its files alone: loading the electron package in Node would start a download.
 * The same places as the package itself looks in: ELECTRON_OVERRIDE_DIST_PATH, else dist, with the name in path.txt.
 */
export function findElectron(folder = PACKAGE, override = process.env.ELECTRON_OVERRIDE_DIST_PATH) {
  const named = path.join(folder, 'path.txt');
  const name = existsSync(named) ? readFileSync(named, 'utf8').trim() : 'electron';
  const program = path.join(override ?? path.join(folder, 'dist'), name);
  return existsSync(program) ? program : null;
}

/** Whether a window could open here. */
export function hasDisplay() {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The command that opens the built caseworker app. */
export const caseworkerApp = (electron) => ({ file: electron, args: [inRoot('desktop')] });
