import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium, expect, type Browser } from '@playwright/test';
import { createCodec } from './codec.mjs';
import type { DesktopApp, Launch } from './desktop-app.ts';

const codec = createCodec();
const RUN = fileURLToPath(new URL('./run.mjs', import.meta.url));
const STOP_MS = 5000;

type Message =
  { kind: 'ready'; devTools: string } | { kind: 'result'; key: number; ok: boolean; value: string };

function start({ appDir, entry, args, userData, env }: Launch) {
  return spawn(process.execPath, [RUN, entry, ...args], {
    cwd: appDir,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ELECTRON_HOST_APP: appDir, ELECTRON_HOST_USER_DATA: userData, ...env },
  });
}

/** What the app printed, for the message of a failure. */
function collectOutput(child: ChildProcess) {
  const chunks: string[] = [];
  child.stdout?.on('data', (chunk) => chunks.push(String(chunk)));
  child.stderr?.on('data', (chunk) => chunks.push(String(chunk)));
  return () => chunks.join('');
}

/** The address of the browser's DevTools; null for a second instance, which hands over and leaves. */
function whenReady(child: ChildProcess, exited: Promise<number | null>, output: () => string) {
  return new Promise<string | null>((resolve, reject) => {
    child.on('message', (message: Message) => {
      if (message.kind === 'ready') resolve(message.devTools);
    });
    void exited.then((code) => (code === 0 ? resolve(null) : reject(new Error(`exit ${code}\n${output()}`))));
  });
}

function createEvaluate(child: ChildProcess, exited: Promise<unknown>): DesktopApp['evaluate'] {
  const pending = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let count = 0;
  child.on('message', (message: Message) => {
    if (message.kind !== 'result') return;
    const { resolve, reject } = pending.get(message.key)!;
    pending.delete(message.key);
    if (message.ok) resolve(codec.decode(message.value) as never);
    else reject(new Error(message.value));
  });
  void exited.then(() => pending.forEach(({ reject }) => reject(new Error('the app has ended'))));
  return (fn, arg) =>
    new Promise((resolve, reject) => {
      pending.set(++count, { resolve, reject });
      child.send({ key: count, source: String(fn), arg: codec.encode(arg) });
    });
}

async function stop(child: ChildProcess, exited: Promise<unknown>) {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  const tooLate = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await exited;
  clearTimeout(tooLate);
}

/** Runs the app's compiled main process in Node, with a stand-in for `electron` whose windows are Chromium's. */
export async function launchStandIn(launch: Launch) {
  const child = start(launch);
  const output = collectOutput(child);
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const evaluate = createEvaluate(child, exited);
  const devTools = await whenReady(child, exited, output);
  const browser: Browser | null = devTools ? await chromium.connectOverCDP(devTools) : null;
  const windows = () =>
    (browser?.contexts()[0]?.pages() ?? []).filter((page) => page.url() !== 'about:blank');
  return {
    isReal: false,
    exited,
    evaluate,
    windows,
    async firstWindow() {
      await expect.poll(windows, { message: `a window opens\n${output()}` }).not.toHaveLength(0);
      return windows()[0]!;
    },
    async close() {
      await stop(child, exited);
      await browser?.close();
    },
  };
}
