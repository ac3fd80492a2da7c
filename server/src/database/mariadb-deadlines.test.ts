import mysql from 'mysql2';
import { afterEach, expect, inject, it } from 'vitest';
import { isDatabaseUnavailable } from './errors.js';
import { keepDeadlines, withoutDeadline } from './mariadb-deadlines.js';

const opened: mysql.Pool[] = [];
afterEach(() => {
  for (const pool of opened.splice(0)) pool.end();
});

function openPool(connectionLimit: number) {
  const pool = mysql.createPool({
    port: inject('mariadbPort'),
    host: '127.0.0.1',
    user: 'root',
    connectionLimit,
  });
  keepDeadlines(pool, { connectionMs: 100, statementMs: 100 });
  opened.push(pool);
  return pool.promise();
}

it('ends a statement that gets no answer, and throws its connection away', async () => {
  const pool = openPool(1);
  const silent = await pool.getConnection();
  const failure = await silent.query('SELECT SLEEP(5)').catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'PROTOCOL_SEQUENCE_TIMEOUT' });
  expect(isDatabaseUnavailable(failure)).toBe(true);
  silent.release();
  const next = await pool.getConnection();
  const [rows] = await next.query('SELECT ? AS answer', [42]);
  expect(rows).toEqual([{ answer: 42 }]);
  next.release();
});

it('ends a prepared statement that gets no answer', async () => {
  const failure = await openPool(1)
    .execute('SELECT SLEEP(?)', [5])
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'PROTOCOL_SEQUENCE_TIMEOUT' });
});

it('ends the wait for a connection when all are in use, and gives a late one back', async () => {
  const pool = openPool(1);
  const only = await pool.getConnection();
  await expect(pool.getConnection()).rejects.toMatchObject({ code: 'POOL_WAIT_TIMEOUT' });
  only.release();
  const again = await pool.getConnection();
  again.release();
});

it('lets a migration take its time', async () => {
  const pool = openPool(1);
  const connection = await pool.getConnection();
  await withoutDeadline(() => connection.query('SELECT SLEEP(0.3)'));
  connection.release();
});
