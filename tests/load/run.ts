// npm run load -w @cso/tests [-- --national --rounds=N --seconds=N --only=WORD]: the product beside the least that could do
// the same job, as ratios taken in one run. Ends with 1 when a goal of the design is missed.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { COUNTY, NATIONAL, type Size } from './council.ts';
import { fillCouncil, serve } from './council-server.ts';
import { compareAnswers, measure } from './measure.ts';
import { isMet, linesOf, printTable } from './report.ts';
import { asked } from './routes.ts';

const { values } = parseArgs({
  options: {
    national: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
  },
});
const pace = { rounds: Number(values.rounds), seconds: Number(values.seconds) };

// The server's own harness, found by its place in the tree.
const { startMariadb } = await import(new URL('../../server/src/testing/mariadb.ts', import.meta.url).href);
const mariadb = await startMariadb([
  '--innodb-buffer-pool-size=4G',
  '--innodb-log-file-size=1G',
  // Production refuses to start with less.
  '--innodb-flush-log-at-trx-commit=1',
]);

async function run(size: Size) {
  const began = Date.now();
  const filled = await fillCouncil(size, await mariadb.createDatabase(size.name));
  console.log(`${size.name}: ${size.messages} messages in ${((Date.now() - began) / 1000).toFixed(0)} s`);
  const council = await serve(filled);
  // How fast this machine's disk is says nothing about either server, and would hide their difference.
  await council.connection.query('SET GLOBAL innodb_flush_log_at_trx_commit = 0');
  await compareAnswers(council);
  const lines = [];
  for (const operation of asked.filter(({ name }) => name.includes(values.only))) {
    const found = linesOf(await measure(council, operation, pace));
    lines.push(...found);
    printTable(
      `${size.name}, load ${loadavg()
        .map((load) => load.toFixed(1))
        .join(' ')}`,
      found,
    );
  }
  await council.connection.query('SET GLOBAL innodb_flush_log_at_trx_commit = 1');
  await council.stop();
  return lines;
}

try {
  const lines = await run(COUNTY);
  if (values.national) lines.push(...(await run(NATIONAL)));
  if (!lines.every(isMet)) process.exitCode = 1;
} finally {
  await mariadb.stop();
}
