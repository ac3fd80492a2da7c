// npm run load -w @cso/tests [-- --national --rounds=N --seconds=N --only=WORD]: the product beside the least that could do
// the same job, as ratios taken in one run. Ends with 1 when a goal of the design is missed.
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { COUNTY, NATIONAL, type Size } from './council.ts';
import { fillCouncil, serve, type MeasuredCouncil } from './council-server.ts';
import { measureStatements, slowLogOptions } from './database-time.ts';
import { signIn } from './fill.ts';
import { compareAnswers, measure } from './measure.ts';
import { isMet, lineOfStatement, linesOf, print, printTable, type Line } from './report.ts';
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
const folder = mkdtempSync(path.join(tmpdir(), 'cso-load-log-'));
const logFile = path.join(folder, 'statements.log');
const mariadb = await startMariadb([
  '--innodb-buffer-pool-size=6G',
  '--innodb-log-file-size=1G',
  // Production refuses to start with less.
  '--innodb-flush-log-at-trx-commit=1',
  ...slowLogOptions(logFile),
]);

async function open(size: Size): Promise<MeasuredCouncil> {
  const began = Date.now();
  const council = await serve(await fillCouncil(size, await mariadb.createDatabase(size.name)));
  print(`${size.name}: ${size.messages} messages in ${((Date.now() - began) / 1000).toFixed(0)} s`);
  return council;
}

const chosen = asked.filter(({ name }) => name.includes(values.only));

function report(title: string, lines: Line[]): Line[] {
  const load = loadavg().map((minutes) => minutes.toFixed(1));
  printTable(`${title}; load of the machine ${load.join(' ')}`, lines);
  return lines;
}

async function againstTheLimit(council: MeasuredCouncil): Promise<Line[]> {
  await signIn(council.connection);
  await compareAnswers(council);
  const lines: Line[] = [];
  for (const operation of chosen)
    lines.push(...report(council.size.name, linesOf(await measure(council, operation, pace))));
  return lines;
}

async function nationalAgainstCounty(councils: [MeasuredCouncil, MeasuredCouncil]): Promise<Line[]> {
  for (const { connection } of councils) await signIn(connection);
  const lines: Line[] = [];
  for (const operation of chosen) {
    const times = await measureStatements(councils, operation, pace, logFile);
    lines.push(...report('national against county, in the database', times.map(lineOfStatement)));
  }
  return lines;
}

const councils: MeasuredCouncil[] = [];
try {
  const county = await open(COUNTY);
  councils.push(county);
  if (values.national) councils.push(await open(NATIONAL));
  // How fast this machine's disk is says nothing about either server, and would hide their difference.
  await county.connection.query('SET GLOBAL innodb_flush_log_at_trx_commit = 0');
  const lines: Line[] = [];
  for (const council of councils) lines.push(...(await againstTheLimit(council)));
  const [, national] = councils;
  if (national) lines.push(...(await nationalAgainstCounty([county, national])));
  if (!lines.every(isMet)) process.exitCode = 1;
} finally {
  for (const council of councils) await council.stop();
  await mariadb.stop();
  rmSync(folder, { recursive: true, force: true });
}
