import { readFileSync, writeFileSync } from 'node:fs';
import type { MeasuredCouncil } from './council-server.ts';
import { revisionsOf, type Pace } from './measure.ts';
import type { Asked } from './routes.ts';
import { nothingTaken, percentile, runSlice } from './slice.ts';

/** MariaDB's log of slow statements, for which every statement is slow. It goes nowhere but while statements are timed. */
export const slowLogOptions = (file: string): string[] => [
  '--slow-query-log=ON',
  `--slow-query-log-file=${file}`,
  '--long-query-time=0',
  '--log-output=NONE',
];

/** One statement of an operation: its median in the database, in both sizes. */
export interface StatementTime {
  readonly asked: Asked;
  readonly statement: string;
  readonly countyMs: number;
  readonly nationalMs: number;
}

const ENOUGH = 50;

/** What MariaDB itself took for each statement of the product, with one person asking; the two sizes take turns. */
export async function measureStatements(
  councils: readonly [MeasuredCouncil, MeasuredCouncil],
  asked: Asked,
  { rounds, seconds }: Pace,
  logFile: string,
): Promise<StatementTime[]> {
  const [county] = councils;
  for (let round = -1; round < rounds; round += 1) {
    // The first round warms both up.
    if (round === 0) writeFileSync(logFile, '');
    await county.connection.query(`SET GLOBAL log_output = '${round < 0 ? 'NONE' : 'FILE'}'`);
    for (const council of councils) {
      const { size, keys } = council;
      const load = { asked, size, keys, connections: 1, seconds, revisions: await revisionsOf(council) };
      await runSlice(council.product, load, nothingTaken());
    }
  }
  await county.connection.query("SET GLOBAL log_output = 'NONE'");
  const [small, large] = councils.map(({ size }) => timesIn(readFileSync(logFile, 'utf8'), size.name));
  return [...small!].flatMap(([statement, county]) => {
    const national = large!.get(statement);
    if (!national || Math.min(county.length, national.length) < ENOUGH) return [];
    return {
      asked,
      statement,
      countyMs: percentile(county, 0.5),
      nationalMs: percentile(national, 0.5),
    };
  });
}

/** By the statement without its values, in milliseconds. */
function timesIn(log: string, schema: string): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (const entry of log.split('# User@Host').slice(1)) {
    if (/Schema: (\S+)/.exec(entry)?.[1] !== schema) continue;
    const ms = Number(/Query_time: ([\d.]+)/.exec(entry)?.[1]) * 1000;
    const sql = entry.replace(/^[\s\S]*?SET timestamp=\d+;\n/, '');
    if (!/^(SELECT|UPDATE|INSERT)/.test(sql)) continue;
    const statement = nameOf(sql);
    times.set(statement, [...(times.get(statement) ?? []), ms]);
  }
  return times;
}

/** Enough of a statement to know it by: what it does, with which tables. */
function nameOf(sql: string): string {
  const [verb] = sql.split(' ', 1);
  const tables = [...sql.matchAll(/(?:FROM|JOIN|UPDATE|INTO) (\w+)/g)].map(([, table]) => table);
  return `${verb} ${[...new Set(tables)].join(' + ')}`;
}
