import { QueryFailedError } from 'typeorm';
import { expect, it } from 'vitest';
import { isDatabaseUnavailable } from './errors.js';

const coded = (code: string) => Object.assign(new Error('no'), { code });

it.each(['ER_LOCK_WAIT_TIMEOUT', 'ER_CON_COUNT_ERROR', 'EHOSTUNREACH', 'ENOTFOUND', 'POOL_WAIT_TIMEOUT'])(
  'takes %s for a database that cannot be reached, whoever wraps it',
  (code) => {
    expect(isDatabaseUnavailable(coded(code))).toBe(true);
    expect(isDatabaseUnavailable(new QueryFailedError('SELECT 1', [], coded(code)))).toBe(true);
  },
);

it('takes a wrong statement for a fault of ours', () => {
  expect(isDatabaseUnavailable(new QueryFailedError('SELEC', [], coded('ER_PARSE_ERROR')))).toBe(false);
  expect(isDatabaseUnavailable(new Error('no'))).toBe(false);
});
