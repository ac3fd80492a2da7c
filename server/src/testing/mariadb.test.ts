import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { createConnection } from 'mysql2/promise';
import { expect, it } from 'vitest';
import { startMariadb } from './mariadb.js';

const harness = join(import.meta.dirname, 'mariadb.ts');

function isRunning(pid: number): boolean {
  // A killed process without a parent to collect it stays in the table as a zombie.
  const state = spawnSync('ps', ['-o', 'state=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  return state !== '' && !state.startsWith('Z');
}

it('starts a server, makes databases on it and leaves nothing behind', async () => {
  const server = await startMariadb();
  const connection = await createConnection(await server.createDatabase('cso'));
  const [rows] = await connection.query('SELECT DATABASE() AS name');
  expect(rows).toEqual([{ name: 'cso' }]);
  await connection.end();
  await server.stop();
  expect(isRunning(server.pid)).toBe(false);
  expect(existsSync(dirname(server.socket))).toBe(false);
});

it('takes the server down with the process that started it, even a killed one', async () => {
  const script = `import { startMariadb } from ${JSON.stringify(harness)};
    const { pid, socket } = await startMariadb();
    console.log(JSON.stringify({ pid, socket }));
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(parent.stdout), 'line')) as [string];
  const { pid, socket } = JSON.parse(line) as { pid: number; socket: string };
  expect(isRunning(pid)).toBe(true);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  await expect.poll(() => isRunning(pid)).toBe(false);
  rmSync(dirname(socket), { recursive: true });
});

it('says in one line what to install when MariaDB is absent', () => {
  const script = `import { startMariadb } from ${JSON.stringify(harness)};
    await startMariadb().catch((error) => console.log(error.message));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { PATH: '/nonexistent' },
  });
  expect(stdout).toBe('MariaDB is not installed: run apt-get install mariadb-server\n');
});
