import { QueryFailedError } from 'typeorm';

const uniqueCodes = ['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'];

/** Whether a statement failed because a row with the same unique or primary key exists. */
export function isUniqueViolation(error: unknown): boolean {
  return uniqueCodes.includes(codeOf(error) ?? '');
}

/** Whether MariaDB rolled a transaction back to resolve a deadlock. It may succeed when run again. */
export function isDeadlock(error: unknown): boolean {
  return codeOf(error) === 'ER_LOCK_DEADLOCK';
}

const outages = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'PROTOCOL_CONNECTION_LOST',
  'POOL_CLOSED',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'POOL_WAIT_TIMEOUT',
  'ER_SERVER_SHUTDOWN',
  'ER_CON_COUNT_ERROR',
  'ER_LOCK_WAIT_TIMEOUT',
  'SQLITE_BUSY',
];

/** Whether the database could not be reached or did not answer: nothing is known to be wrong with the request. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const code = codeOf(error) ?? (error instanceof Error && 'code' in error ? String(error.code) : '');
  return outages.includes(code);
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const { code } = error.driverError as Error & { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
