import { once } from 'node:events';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure, inRoot, script, start } from './commands.mjs';
import { refusedSettings } from './refused-settings.mjs';

const LOOPBACK = '127.0.0.1';
const START_LIMIT_MS = 120_000;
const LOG_LINES_SHOWN = 20;

const port = Number(process.env.PORT ?? 3000);
export const origin = process.env.PUBLIC_ORIGIN ?? `http://localhost:${port}`;
const dataFolder = path.resolve(inRoot(), process.env.DATA_DIR ?? 'data');
// A log for each port: a second start, which the server refuses, must not empty the log of the first.
const logFile = path.join(dataFolder, `server-${port}.log`);

async function isReady() {
  try {
    const answer = await fetch(`http://${LOOPBACK}:${port}/health/ready`, {
      signal: AbortSignal.timeout(2000),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

function isPortFree() {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, LOOPBACK, () => probe.close(() => resolve(true)));
  });
}

/** A second start has to stop before it starts anything. On another port the server finds out, by the lock of its folder. */
export async function refuseTakenPort() {
  if (await isPortFree()) return;
  const another = `PORT=${port + 1} npm start`;
  if (await isReady()) throw new Failure(`Children's Services Online is running already at ${origin}.`);
  throw new Failure(
    `Port ${port} is taken by another program. Stop that program, or choose a port: ${another}`,
  );
}

const logLines = () => readFileSync(logFile, 'utf8').trimEnd().split('\n');

export function serverFailure(what) {
  const lines = logLines();
  const refused = refusedSettings(lines);
  if (refused.length > 0) return new Failure(refused.join('\n'));
  return new Failure(
    `${lines.slice(-LOG_LINES_SHOWN).join('\n')}\n\n${what} The whole log is in ${logFile}.`,
  );
}

/** Starts the server in demo mode, with its log in a file, and comes back when it is ready. */
export async function startDemoServer() {
  mkdirSync(dataFolder, { recursive: true });
  const log = createWriteStream(logFile);
  await once(log, 'open');
  const server = start(script('server/dist/main.js'), {
    env: { APP_MODE: 'demo' },
    stdio: ['ignore', log, log],
    ownGroup: true,
  });
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await isReady())) {
    if (server.exitCode !== null || server.signalCode !== null)
      throw serverFailure('The server stopped while starting.');
    if (Date.now() > deadline)
      throw serverFailure(`The server was not ready after ${START_LIMIT_MS / 1000} seconds.`);
    await wait(200);
  }
  return server;
}

/** The people of the demo, from the server: `[{ name, role, email, password, note }]`. */
export async function listDemoPeople() {
  const answer = await fetch(`http://${LOOPBACK}:${port}/demo/api/people`);
  if (!answer.ok)
    throw new Failure(`The server did not name the people of the demo (status ${answer.status}).`);
  return (await answer.json()).items;
}
