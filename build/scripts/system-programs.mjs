import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure, mustRun, say } from './commands.mjs';

const POLICY = '/usr/sbin/policy-rc.d';

const chromium = {
  label: 'Chromium',
  names: ['chromium', 'chromium-browser', 'google-chrome'],
  setting: 'CHROMIUM_PATH',
  aptPackage: 'chromium',
};

const mariadb = {
  label: 'MariaDB',
  names: ['mariadbd'],
  aptPackage: 'mariadb-server',
};

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The full path of the first of these programs that is there; servers live in /usr/sbin, which is not on everyone's PATH. */
function findProgram({ names, setting }) {
  const chosen = setting && process.env[setting];
  if (chosen && !isExecutable(chosen)) throw new Failure(`${setting} names ${chosen}, which cannot be run.`);
  if (chosen) return chosen;
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];
  const places = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return places.find(isExecutable) ?? null;
}

const mayInstall = () =>
  process.platform === 'linux' && process.getuid() === 0 && existsSync('/etc/debian_version');

/** Debian starts a service as soon as it is installed unless this file forbids it; the tests start their own. */
async function withoutServices(install) {
  if (existsSync(POLICY)) return install();
  writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await install();
  } finally {
    rmSync(POLICY, { force: true });
  }
}

async function install({ label, aptPackage }) {
  say(`Installing ${label} (apt-get install ${aptPackage}) ...`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => ({ file: 'apt-get', args: ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args] });
  await mustRun('apt-get update', apt('update'), { env });
  const command = apt('install', '--yes', '--no-install-recommends', aptPackage);
  await withoutServices(() => mustRun(`apt-get install ${aptPackage}`, command, { env }));
}

/** The path of a program, installed first where that is allowed; otherwise one line that says what to install. */
async function ensureProgram(program) {
  const found = findProgram(program);
  if (found) return found;
  const { label, setting, aptPackage } = program;
  if (!mayInstall()) {
    const orPoint = setting ? ` or set ${setting} to its path` : '';
    throw new Failure(
      `${label} is missing. Install it (on Debian: sudo apt-get install ${aptPackage})${orPoint}.`,
    );
  }
  await install(program);
  const installed = findProgram(program);
  if (!installed) throw new Failure(`${aptPackage} was installed, but ${label} is not to be found.`);
  return installed;
}

export const ensureChromium = () => ensureProgram(chromium);
export const ensureMariadb = () => ensureProgram(mariadb);
