import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PlatformModule } from '../app/platform.module.js';
import { readSettings } from '../config/read-settings.js';
import { Log } from '../log/log.js';
import { TestClock } from '../testing/test-clock.js';
import { ServerLock } from './server-lock.js';

let folder: string;
let locks: ServerLock[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cso-lock-'));
  locks = [];
});
afterEach(() => {
  for (const lock of locks) lock.release();
  rmSync(folder, { recursive: true, force: true });
});

const inFolder = (name: string) => path.join(folder, name);
const sqlite = (name: string) => `sqlite:${inFolder(name)}`;

/** A server's lock, taken. */
function take(data: string, databaseUrl: string, mode: 'demo' | 'production' = 'production'): ServerLock {
  const lock = new ServerLock({ mode, dataDir: inFolder(data), databaseUrl });
  lock.take();
  locks.push(lock);
  return lock;
}

const inUse = (setting: string, name: string) =>
  `${setting}: ${inFolder(name)} is in use by a running server: stop that first, or choose another ${setting}`;

describe('the lock of a server', () => {
  it('keeps a second server from its folder until it is released', () => {
    const first = take('data', sqlite('data/cso.sqlite'));
    expect(() => take('data', sqlite('data/cso.sqlite'))).toThrow(inUse('DATA_DIR', 'data'));
    expect(() => take('data', sqlite('data/other.sqlite'))).toThrow(inUse('DATA_DIR', 'data'));
    first.release();
    expect(() => take('data', sqlite('data/cso.sqlite'))).not.toThrow();
  });

  it('leaves other folders alone', () => {
    take('data', sqlite('data/cso.sqlite'));
    expect(() => take('other', sqlite('other/cso.sqlite'))).not.toThrow();
  });

  it('keeps a server with another folder from its database, and lets go of that folder', () => {
    take('data', sqlite('cso.sqlite'));
    expect(() => take('other', sqlite('cso.sqlite'))).toThrow(inUse('DATABASE_URL', 'cso.sqlite'));
    expect(() => take('other', sqlite('other.sqlite'))).not.toThrow();
  });

  it('is held in the demo on MariaDB and in memory too: its mailbox stands in the folder', () => {
    take('data', 'mysql://cso@127.0.0.1:3306/cso', 'demo');
    expect(() => take('data', 'sqlite::memory:')).toThrow(inUse('DATA_DIR', 'data'));
  });

  it('lets many servers share MariaDB in production, and writes nothing', () => {
    take('data', 'mysql://cso@127.0.0.1:3306/cso');
    expect(() => take('data', 'mysql://cso@127.0.0.1:3306/cso')).not.toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is one empty file, for its owner alone', () => {
    take('data', sqlite('data/cso.sqlite'));
    expect(readdirSync(inFolder('data'))).toEqual(['server.lock']);
    expect(statSync(inFolder('data')).mode & 0o777).toBe(0o700);
    expect(statSync(inFolder('data/server.lock'))).toMatchObject({ size: 0 });
    expect(statSync(inFolder('data/server.lock')).mode & 0o777).toBe(0o600);
  });
});

it('is the last thing that a server gives back, after the database', async () => {
  const settings = readSettings({ DATA_DIR: inFolder('data'), KEYS_FILE: inFolder('keys/keys.json') });
  const clock = new TestClock();
  const module = PlatformModule.with(settings, clock, new Log(clock, () => undefined), 'migrated');
  const parts = await NestFactory.createApplicationContext(module, { logger: false });
  const dataSource = parts.get(DataSource);
  const { destroy } = DataSource.prototype;
  const closing = vi.spyOn(dataSource, 'destroy').mockImplementation(async () => {
    await destroy.call(dataSource);
    expect(() => take('data', settings.databaseUrl)).toThrow(inUse('DATA_DIR', 'data'));
  });
  await parts.close();
  expect(closing).toHaveBeenCalledOnce();
  expect(() => take('data', settings.databaseUrl)).not.toThrow();
});
