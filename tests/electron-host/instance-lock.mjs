import { createHash } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

function isAlive(pidFile) {
  try {
    process.kill(Number(fs.readFileSync(pidFile, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}

/** One app for each user-data folder. The second hands its command line over to the first and is told to leave. */
export function takeInstanceLock(userData, onSecond) {
  const name = createHash('sha256').update(userData).digest('hex').slice(0, 16);
  const socket = path.join(os.tmpdir(), `electron-host-${name}.sock`);
  const pidFile = `${socket}.pid`;
  if (isAlive(pidFile)) return { isFirst: false, handover: handOver(socket) };
  fs.rmSync(socket, { force: true });
  const server = net.createServer((connection) => receive(connection, onSecond)).listen(socket);
  server.unref();
  fs.writeFileSync(pidFile, String(process.pid));
  process.once('exit', () => [socket, pidFile].forEach((file) => fs.rmSync(file, { force: true })));
  return { isFirst: true, handover: Promise.resolve() };
}

function handOver(socket) {
  return new Promise((resolve) => {
    const connection = net.connect(socket);
    connection.on('error', resolve);
    connection.on('close', resolve);
    connection.end(JSON.stringify({ commandLine: process.argv, cwd: process.cwd() }));
  });
}

function receive(connection, onSecond) {
  let text = '';
  connection.on('data', (chunk) => (text += chunk));
  connection.on('end', () => {
    const { commandLine, cwd } = JSON.parse(text);
    onSecond(commandLine, cwd);
  });
}
