import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000 });

const built = fileURLToPath(new URL('../dist/main.js', import.meta.url));

let folder: string;
let running: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cso-main-'));
});
afterEach(async () => {
  if (running) await end(running, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A demo on any free port: two of them never meet on it. */
const env = () => ({
  APP_MODE: 'demo',
  PORT: '0',
  DATA_DIR: path.join(folder, 'data'),
  KEYS_FILE: path.join(folder, 'keys.json'),
});

/** Starts the built server and comes back when it listens. */
async function start(): Promise<void> {
  running = spawn(process.execPath, [built], { env: env(), stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(running.stdout!)) {
    if (line.includes('server.listening')) return;
  }
  throw new Error('The server did not start');
}

async function end(server: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill(signal);
  await gone;
}

describe.runIf(existsSync(built))('the built server', () => {
  it('stops with one line that names the folder, when another server runs on it', async () => {
    await start();
    const second = spawnSync(process.execPath, [built], { env: env(), encoding: 'utf8' });
    expect(second).toMatchObject({ status: 1, stderr: '' });
    expect(
      second.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        at: expect.any(String),
        level: 'warn',
        event: 'setting.refused',
        setting: 'DATA_DIR',
        reason: `${path.join(folder, 'data')} is in use by a running server: stop that first, or choose another DATA_DIR`,
      },
    ]);
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)('gives its folder back when it ends by %s', async (signal) => {
    await start();
    await end(running!, signal);
    await start();
  });
});
