import { existsSync, readFileSync } from 'node:fs';
import { Failure, findNode, inRoot, mustRun, npm, say, tool } from './commands.mjs';

const readPackages = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null);

/**
 * Whether node_modules holds what the lockfile asks for. npm writes its own record of what it installed, so no stamp of ours
 * can go stale. What npm itself may leave out (other platforms, optional peers, leftovers in the lockfile) is never counted.
 */
export function isInstalled(wanted, installed) {
  if (!installed) return false;
  return Object.entries(wanted)
    .filter(
      ([place, entry]) =>
        place.startsWith('node_modules/') && !entry.optional && !entry.peer && !entry.extraneous,
    )
    .every(([place, { version }]) => installed[place] && installed[place].version === version);
}

/** Installs the packages when they are missing or not those of the lockfile, and makes sure of Node 24. */
export async function ensureInstalled() {
  const wanted = readPackages(inRoot('package-lock.json'));
  if (!wanted)
    throw new Failure('package-lock.json is missing: this is not a complete copy of the repository.');
  if (!isInstalled(wanted, readPackages(inRoot('node_modules', '.package-lock.json')))) {
    say('Installing packages (npm ci; about a minute) ...');
    await mustRun('npm ci', npm('ci', '--no-audit', '--no-fund', '--loglevel=error'));
  }
  if (findNode()) return;
  throw new Failure(
    `Node 24 is needed and none came with the packages for ${process.platform} ${process.arch}; this is Node ` +
      `${process.versions.node}. Install Node 24 or newer from https://nodejs.org and run the command again.`,
  );
}

/** Builds every package; at once when nothing changed since the last time. */
export async function ensureBuilt() {
  say('Building (quick when nothing changed) ...');
  await mustRun('The build', tool('turbo/bin/turbo', 'run', 'build', '--output-logs=errors-only'));
}
