import type { SettingProblem } from '../config/production-settings.js';

/** The database server's variables by name, as `SHOW VARIABLES` gives them. */
export type ServerVariables = ReadonlyMap<string, string>;

type Check = readonly [setting: string, isSafe: (variables: ServerVariables) => boolean, reason: string];

const is = (name: string, value: string) => (variables: ServerVariables) => variables.get(name) === value;

/** Production's database settings (security-rules 8). The isolation has one name on MariaDB, another on MySQL. */
const checks: readonly Check[] = [
  [
    'sql_mode',
    (variables) => /\bSTRICT_/.test(variables.get('sql_mode') ?? ''),
    'must be strict, or the database cuts what does not fit',
  ],
  ['character_set_connection', is('character_set_connection', 'utf8mb4'), 'must be utf8mb4'],
  ['character_set_database', is('character_set_database', 'utf8mb4'), 'must be utf8mb4'],
  [
    'transaction_isolation',
    (variables) =>
      (variables.get('transaction_isolation') ?? variables.get('tx_isolation')) === 'READ-COMMITTED',
    'must be READ-COMMITTED',
  ],
  [
    'innodb_flush_log_at_trx_commit',
    is('innodb_flush_log_at_trx_commit', '1'),
    'must be 1, or a power cut loses what was acknowledged',
  ],
  [
    'sync_binlog',
    (variables) => variables.get('log_bin') !== 'ON' || variables.get('sync_binlog') === '1',
    'must be 1 while the binary log is on',
  ],
];

/** Each variable with which the database could lose or spoil what it was given, and why. */
export function unsafeVariables(variables: ServerVariables): SettingProblem[] {
  return checks
    .filter(([, isSafe]) => !isSafe(variables))
    .map(([setting, , reason]) => ({ setting, reason: `of the database server ${reason}` }));
}
