import type { StatementTime } from './database-time.ts';
import type { Ratios } from './measure.ts';

export interface Line {
  readonly of: string;
  readonly figure: string;
  readonly value: number;
  readonly goal: number;
  readonly stretch: number;
  /** A share wants to be large, everything else small. */
  readonly isShare: boolean;
  readonly note: string;
}

export function linesOf({ asked, share, cpu, p99, alone, limitPerSecond, limitAloneMs }: Ratios): Line[] {
  const line = (figure: string, value: number, [goal, stretch]: readonly [number, number], note = '') => ({
    of: asked.name,
    figure,
    value,
    goal,
    stretch,
    isShare: figure.startsWith('share'),
    note,
  });
  const { goals } = asked;
  return [
    line('share of requests/s', share, goals.share, `limit ${limitPerSecond.toFixed(0)}/s`),
    line('CPU a request', cpu, goals.cpu),
    line('p99', p99, goals.p99),
    line('p50, one connection', alone, goals.alone, `limit ${limitAloneMs.toFixed(2)} ms`),
  ];
}

/** National data against county's, in the database. */
const SIZES = [1.25, 1.1] as const;

export const lineOfStatement = ({ asked, statement, countyMs, nationalMs }: StatementTime): Line => ({
  of: asked.name,
  figure: statement,
  value: nationalMs / countyMs,
  goal: SIZES[0],
  stretch: SIZES[1],
  isShare: false,
  note: `${(countyMs * 1000).toFixed(0)} and ${(nationalMs * 1000).toFixed(0)} microseconds`,
});

export const isMet = ({ value, goal, isShare }: Line): boolean => (isShare ? value >= goal : value <= goal);
const isStretch = ({ value, stretch, isShare }: Line): boolean =>
  isShare ? value >= stretch : value <= stretch;

export const print = (text: string): void => void process.stdout.write(`${text}\n`);

export function printTable(title: string, lines: readonly Line[]): void {
  const rows = lines.map((line) => [
    line.of,
    line.figure,
    line.value.toFixed(2),
    `${line.isShare ? '>=' : '<='} ${line.goal}`,
    String(line.stretch),
    !isMet(line) ? 'MISSED' : isStretch(line) ? 'stretch' : 'goal',
    line.note,
  ]);
  const table = [['', 'ratio of', 'is', 'goal', 'stretch', '', ''], ...rows];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  print(`\n${title}\n`);
  for (const row of table) print(row.map((cell, column) => cell.padEnd(widths[column]!)).join('  '));
}
