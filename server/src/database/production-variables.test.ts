import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../config/read-settings.js';
import type { Settings } from '../config/settings.js';
import { type MariadbServer, startMariadb } from '../testing/mariadb.js';
import { openDataSource } from './open-data-source.js';
import { unsafeVariables } from './production-variables.js';

const safe = {
  sql_mode: 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION',
  character_set_connection: 'utf8mb4',
  character_set_database: 'utf8mb4',
  tx_isolation: 'READ-COMMITTED',
  innodb_flush_log_at_trx_commit: '1',
  log_bin: 'ON',
  sync_binlog: '1',
};

it.each([
  ['sql_mode', { sql_mode: 'NO_ENGINE_SUBSTITUTION' }],
  ['character_set_connection', { character_set_connection: 'latin1' }],
  ['character_set_database', { character_set_database: 'latin1' }],
  ['transaction_isolation', { tx_isolation: 'REPEATABLE-READ' }],
  ['innodb_flush_log_at_trx_commit', { innodb_flush_log_at_trx_commit: '2' }],
  ['sync_binlog', { sync_binlog: '0' }],
])('an unsafe %s is named', (setting, change) => {
  const problems = unsafeVariables(new Map(Object.entries({ ...safe, ...change })));
  expect(problems.map((problem) => problem.setting)).toEqual([setting]);
});

it('MySQL names the isolation otherwise, and a binary log that is off needs no care', () => {
  const { tx_isolation: isolation, ...rest } = safe;
  const mysql = { ...rest, transaction_isolation: isolation, log_bin: 'OFF', sync_binlog: '0' };
  expect(unsafeVariables(new Map(Object.entries(mysql)))).toEqual([]);
});

describe('production on a database server', () => {
  let server: MariadbServer;
  let settings: Settings;
  beforeAll(async () => {
    server = await startMariadb();
    settings = { ...readSettings({}), mode: 'production', databaseUrl: await server.createDatabase('cso') };
  });
  afterAll(() => server.stop());

  it('does not start while a power cut could lose what was acknowledged', async () => {
    await expect(openDataSource(settings)).rejects.toThrow(/^innodb_flush_log_at_trx_commit: .+$/);
  });

  it('starts on one that keeps everything', async () => {
    const durable = await startMariadb(['--innodb-flush-log-at-trx-commit=1']);
    try {
      const databaseUrl = await durable.createDatabase('cso');
      await (await openDataSource({ ...settings, databaseUrl })).destroy();
    } finally {
      await durable.stop();
    }
  });
});
