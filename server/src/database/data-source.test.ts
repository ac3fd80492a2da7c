import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { letterDatabase } from '../testing/letters.js';
import { emptyDatabase } from '../testing/test-database.js';
import { buildDataSource } from './data-source.js';
import { isDatabaseUnavailable } from './errors.js';

const folder = mkdtempSync(join(tmpdir(), 'cso-data-source-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('buildDataSource', () => {
  it.each([
    '',
    'data/cso.sqlite',
    'postgres://localhost/cso',
    'mysql://localhost',
    'mysql://localhost/',
    'mysql:cso',
  ])('says what a DATABASE_URL looks like when it gets %j', async (databaseUrl) => {
    await expect(buildDataSource({ databaseUrl, ...letterDatabase })).rejects.toThrow(
      'DATABASE_URL: must be sqlite:PATH or mysql://user:password@host:port/database',
    );
  });

  it('refuses an SQLite URL without a file', async () => {
    await expect(buildDataSource({ databaseUrl: 'sqlite:', ...letterDatabase })).rejects.toThrow(
      'names no file',
    );
  });
});

describe('on SQLite', () => {
  const pragma = async (
    settings: { synchronous?: 'FULL' | 'NORMAL' },
    name: string,
    path = 'a/cso.sqlite',
  ) => {
    const dataSource = await buildDataSource({
      databaseUrl: `sqlite:${join(folder, path)}`,
      ...letterDatabase,
      ...settings,
    });
    const [row] = await dataSource.query<Record<string, unknown>[]>(`PRAGMA ${name}`);
    await dataSource.destroy();
    return Object.values(row!)[0];
  };

  it.each([
    ['foreign_keys', 1],
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['busy_timeout', 5000],
    ['secure_delete', 1],
  ])('sets %s to %s', async (name, value) => {
    expect(await pragma({}, name)).toBe(value);
  });

  it('waits for the disk less strictly only when asked', async () => {
    expect(await pragma({ synchronous: 'NORMAL' }, 'synchronous')).toBe(1);
  });

  it('creates the file for its owner alone', async () => {
    await pragma({}, 'user_version', 'b/cso.sqlite');
    expect(statSync(join(folder, 'b/cso.sqlite')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'b')).mode & 0o777).toBe(0o700);
  });

  it('opens a database in memory', async () => {
    const dataSource = await buildDataSource({ databaseUrl: 'sqlite::memory:', ...letterDatabase });
    expect(await dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await dataSource.destroy();
  });
});

describe('on MariaDB', () => {
  it('prepares every connection of the pool', async () => {
    const { url } = await emptyDatabase('mariadb');
    const dataSource = await buildDataSource({ databaseUrl: url, ...letterDatabase });
    const sessions = await Promise.all(
      Array.from({ length: 10 }, () =>
        dataSource.query<Record<string, unknown>[]>(
          'SELECT @@sql_mode AS mode, @@tx_isolation AS isolation, @@time_zone AS zone,' +
            ' @@innodb_lock_wait_timeout AS wait, @@character_set_client AS charset, SLEEP(0.01)',
        ),
      ),
    );
    for (const [session] of sessions) {
      expect(session).toMatchObject({
        mode: expect.stringContaining('STRICT_ALL_TABLES'),
        isolation: 'READ-COMMITTED',
        zone: '+00:00',
        wait: 5,
        charset: 'utf8mb4',
      });
    }
    await dataSource.destroy();
  });

  it('recognises MariaDB', async () => {
    const { url } = await emptyDatabase('mariadb');
    const dataSource = await buildDataSource({ databaseUrl: url, ...letterDatabase });
    expect(dataSource.options.type).toBe('mariadb');
    await dataSource.destroy();
  });

  it('gives every statement and every wait for a connection an end', async () => {
    const { url } = await emptyDatabase('mariadb');
    const dataSource = await buildDataSource({ databaseUrl: url, ...letterDatabase });
    const busy = Array.from({ length: 20 }, () => dataSource.query('SELECT SLEEP(4)'));
    const failure = await dataSource.query('SELECT 1').catch((error: unknown) => error);
    expect(isDatabaseUnavailable(failure)).toBe(true);
    await Promise.all(busy);
    await expect(dataSource.query('SELECT SLEEP(9)')).rejects.toThrow('Query inactivity timeout');
    await dataSource.destroy();
  }, 20_000);

  it('fails when the server does not answer', async () => {
    const databaseUrl = 'mysql://root@127.0.0.1:1/cso';
    await expect(buildDataSource({ databaseUrl, ...letterDatabase })).rejects.toThrow('ECONNREFUSED');
  });

  it('refuses a server without TLS when TLS is required', async () => {
    const databaseUrl = `mysql://root@127.0.0.1:${inject('mariadbPort')}/mysql?tls=required`;
    await expect(buildDataSource({ databaseUrl, ...letterDatabase })).rejects.toThrow(/secure connection/);
  });
});
