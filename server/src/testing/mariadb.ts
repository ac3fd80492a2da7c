import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import mysql from 'mysql2/promise';

/** A private MariaDB server in a temporary folder, gone when `stop` is called or when the process that started it dies. */
export interface MariadbServer {
  port: number;
  socket: string;
  pid: number;
  /** The DATABASE_URL of a database on this server. */
  url(database: string): string;
  /** Makes an empty database and gives its DATABASE_URL. */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Creates a data folder and starts a server on it: under a second. Throws one line when MariaDB is not installed.
 * `options` of mariadbd come after the harness's own, which trade safety for speed.
 */
export async function startMariadb(options: readonly string[] = []): Promise<MariadbServer> {
  // mkdtemp under /tmp keeps the socket's path below the 107 bytes a Unix socket allows.
  const folder = mkdtempSync(join(tmpdir(), 'cso-mariadb-'));
  try {
    installSystemTables(folder);
    const port = await freePort();
    const server = spawnServer(folder, port, options);
    await untilReady(server, folder);
    return describeServer(server, folder, port);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The DATABASE_URL of a private server's database. */
function privateUrl(port: number, database: string): string {
  return `mysql://root@127.0.0.1:${port}/${database}`;
}

/** Makes an empty database on a private server, with the collation a careless installation has. */
export async function createDatabase(port: number, name: string): Promise<string> {
  const connection = await mysql.createConnection({ host: '127.0.0.1', port, user: 'root' });
  await connection.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  await connection.end();
  return privateUrl(port, name);
}

function describeServer(server: ChildProcess, folder: string, port: number): MariadbServer {
  return {
    port,
    socket: join(folder, 's'),
    pid: server.pid!,
    url: (database) => privateUrl(port, database),
    createDatabase: (name) => createDatabase(port, name),
    stop: () => stop(server, folder),
  };
}

// MariaDB refuses to run as root unless told.
const asThisUser = process.getuid?.() === 0 ? ['--user=root'] : [];

function installSystemTables(folder: string): void {
  const { error, status, stdout, stderr } = spawnSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      `--datadir=${join(folder, 'data')}`,
      ...asThisUser,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      '--innodb-log-file-size=8M',
    ],
    { encoding: 'utf8' },
  );
  if (error) throw new Error('MariaDB is not installed: run apt-get install mariadb-server');
  if (status !== 0) throw new Error(`mariadb-install-db failed: ${stdout}${stderr}`);
}

function spawnServer(folder: string, port: number, more: readonly string[]): ChildProcess {
  const options = [
    '--no-defaults',
    `--datadir=${join(folder, 'data')}`,
    ...asThisUser,
    `--socket=${join(folder, 's')}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--pid-file=${join(folder, 'pid')}`,
    `--log-error=${join(folder, 'error.log')}`,
    '--innodb-log-file-size=8M',
    '--innodb-buffer-pool-size=64M',
    '--max-connections=400',
    '--performance-schema=OFF',
    '--skip-name-resolve',
    '--skip-log-bin',
    '--character-set-server=utf8mb4',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-doublewrite=0',
    '--skip-innodb-use-native-aio',
    ...more,
  ];
  // pdeathsig: the server dies with this process, even when this process is killed.
  return spawn('setpriv', ['--pdeathsig', 'KILL', 'mariadbd', ...options], { stdio: 'ignore' });
}

async function untilReady(server: ChildProcess, folder: string): Promise<void> {
  let failure: Error | undefined;
  server.once('error', (error) => (failure = error));
  while (!(await accepts(join(folder, 's')))) {
    if (failure) throw failure;
    if (server.exitCode !== null) {
      throw new Error(`mariadbd stopped: ${readFileSync(join(folder, 'error.log'), 'utf8')}`);
    }
    await wait(25);
  }
}

function accepts(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    connection.once('connect', () => {
      connection.destroy();
      resolve(true);
    });
    connection.once('error', () => resolve(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    const impatience = setTimeout(() => server.kill('SIGKILL'), 10_000);
    await gone;
    clearTimeout(impatience);
  }
  rmSync(folder, { recursive: true, force: true });
}
