// How the scripts start other programs. Runs on the machine's own Node (20 or newer): the Node of the product may not be there yet.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NODE_NEEDED = 24;
const running = new Set();
let isStopping = false;

/** A fault that a person can put right: printed as it stands, without a stack. */
export class Failure extends Error {}

export const say = (line) => console.log(line);
export const inRoot = (...parts) => path.join(ROOT, ...parts);

/** Runs a script's body; a Failure ends it with its message and exit code 1. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    // What is ended on purpose fails on its way out; that is no news.
    if (isStopping) return;
    console.error(error instanceof Failure ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

/** The Node that everything of the product runs on: the one that npm installed, or the machine's own from 24 on. */
export function findNode() {
  const bundled = inRoot(
    'node_modules',
    `node-${process.platform === 'win32' ? 'win' : process.platform}-x64`,
    'bin',
  );
  const executable = path.join(bundled, process.platform === 'win32' ? 'node.exe' : 'node');
  if (process.arch === 'x64' && existsSync(executable)) return executable;
  return Number(process.versions.node.split('.')[0]) >= NODE_NEEDED ? process.execPath : null;
}

/** npm, without a shell: the file that runs now when npm started this script, else the one on the PATH. */
export function npm(...args) {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js')
    ? { file: process.execPath, args: [script, ...args] }
    : { file: 'npm', args };
}

/** A program of node_modules, on the product's Node. */
export function tool(script, ...args) {
  return { file: findNode() ?? process.execPath, args: [inRoot('node_modules', script), ...args] };
}

/** A script of this repository, on the product's Node. */
export function script(file, ...args) {
  return { file: findNode() ?? process.execPath, args: [inRoot(file), ...args] };
}

function environment(extra) {
  const node = findNode();
  const first = [node && path.dirname(node), inRoot('node_modules', '.bin')].filter(Boolean);
  return {
    ...process.env,
    PATH: [...first, process.env.PATH].join(path.delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    ...extra,
  };
}

/**
 * Starts a program and remembers it, so that it ends when this script does. With `ownGroup` a Ctrl-C in the terminal does not
 * reach it: it is ended from here, and gracefully.
 */
export function start({ file, args }, { cwd = ROOT, env = {}, stdio = 'pipe', ownGroup = false } = {}) {
  // npm is a .cmd file on Windows, which only a shell can start.
  const shell = process.platform === 'win32' && file === 'npm';
  const detached = ownGroup && process.platform !== 'win32';
  const child = spawn(file, args, { cwd, env: environment(env), stdio, shell, detached });
  running.add(child);
  for (const end of ['exit', 'error']) child.once(end, () => running.delete(child));
  return child;
}

/** Runs a program to its end: `{ code, output }` with both its streams in the order in which they came. */
export function run(command, options) {
  return new Promise((resolve) => {
    const child = start(command, options);
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(chunk));
    const end = (code) => resolve({ code, output: Buffer.concat(chunks).toString() });
    child.once('error', (error) => {
      chunks.push(Buffer.from(`${error.message}\n`));
      end(1);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

/** Runs a program that has to succeed; its output is shown only when it does not. */
export async function mustRun(what, command, options) {
  const { code, output } = await run(command, options);
  if (code !== 0) throw new Failure(`${output}\n${what} failed (exit code ${code}).`);
}

/** Ends a program, by force after ten seconds. */
function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** Ends everything that was started, then this script. */
export async function quit(exitCode) {
  if (isStopping) return;
  isStopping = true;
  await Promise.all([...running].map(stop));
  process.exit(exitCode);
}

/** Ctrl-C, a closed terminal and SIGTERM leave nothing behind. */
export function stopOnSignals({ farewell, exitCode = 1 } = {}) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (farewell && !isStopping) say(farewell);
      void quit(exitCode);
    });
  }
}

/** Calls back when a program ends that should not; not when it was stopped from here. */
export function whenLost(child, callback) {
  child.once('exit', () => {
    if (!isStopping) callback();
  });
}
