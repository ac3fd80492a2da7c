import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Child } from './child.ts';

const LOOPBACK = '127.0.0.1';
const COMMANDS = fileURLToPath(new URL('../../server/dist/cli/main.js', import.meta.url));

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** One real server in a folder of its own: what it writes, and the settings that it runs with. */
export class Server {
  private offsetMs = 0;
  private child: Child | undefined;

  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly settings: Record<string, string>,
  ) {}

  /** Prepares a server; `settings` are those of interfaces.md. */
  static async prepare(settings: Record<string, string>): Promise<Server> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'cso-server-'));
    mkdirSync(path.join(folder, 'keys'));
    const port = await freePort();
    const own = {
      HOST: LOOPBACK,
      PORT: String(port),
      DATA_DIR: path.join(folder, 'data'),
      DATABASE_URL: `sqlite:${path.join(folder, 'data', 'cso.sqlite')}`,
      KEYS_FILE: path.join(folder, 'keys', 'keys.json'),
      // Tests vary their clients' addresses as a proxy would tell them.
      TRUSTED_PROXY: LOOPBACK,
    };
    return new Server(folder, port, { ...own, ...settings });
  }

  /** Another process of the same service: the same database, keys and public address, a port of its own. */
  async beside(): Promise<Server> {
    const { DATABASE_URL, KEYS_FILE, APP_MODE } = this.settings;
    const shared = { DATABASE_URL: DATABASE_URL!, KEYS_FILE: KEYS_FILE!, APP_MODE: APP_MODE! };
    return Server.prepare({ ...shared, PUBLIC_ORIGIN: this.publicOrigin });
  }

  async start(): Promise<void> {
    this.child = await Child.start('run-server.mjs', this.settings);
  }

  /** What people know the service by, wherever a process of it listens. */
  get publicOrigin(): string {
    return this.settings['PUBLIC_ORIGIN'] ?? `http://localhost:${this.port}`;
  }

  /** Where it listens without a proxy before it: the caseworker app's way in. */
  get listensAt(): string {
    return `http://${LOOPBACK}:${this.port}`;
  }

  get dataDir(): string {
    return this.settings['DATA_DIR']!;
  }

  get log(): string {
    return this.child?.output ?? '';
  }

  /** The server's present moment, as near as another process can know it. */
  get now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  /** Lets `ms` milliseconds pass for the server. */
  async advance(ms: number): Promise<void> {
    await this.child?.ask({ advanceMs: ms }, 'advanced');
    this.offsetMs += ms;
  }

  /** Runs `npm run cso -- …` with this server's settings; answers with what it printed. */
  async command(...words: string[]): Promise<string> {
    const env = { PATH: process.env['PATH'], ...this.settings };
    const { stdout } = await promisify(execFile)(process.execPath, [COMMANDS, ...words], { env });
    return stdout;
  }

  async stop(): Promise<void> {
    await this.child?.stop();
  }

  /** kill -9. */
  async kill(): Promise<void> {
    await this.child?.kill();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

// Below the ports that the system hands out by itself, and apart for each worker: a server is given its port in its
// settings, long before it listens, and nobody else may take it meanwhile.
const FIRST_PORT = 20_000 + 1000 * Number(process.env['TEST_PARALLEL_INDEX'] ?? 0);
let portsGiven = 0;

async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + (portsGiven++ % 1000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, LOOPBACK, () => probe.close(() => resolve(true)));
  });
}
