import type { Database } from '../database/database.js';

/** How a database reads what a statement asks for. Tables stand for their aliases; what is derived from them does not count. */
export interface Plan {
  /** `table.index`, or `table.primary`; "(covering)" when the table itself is not read. Sorted, each once. */
  readonly indices: readonly string[];
  /** Tables of which every row is read. */
  readonly scanned: readonly string[];
  /** Tables whose rows are sorted after they were read. */
  readonly sorted: readonly string[];
}

interface MariadbStep {
  readonly table: string | null;
  readonly type: string | null;
  readonly key: string | null;
  readonly Extra: string;
}

export async function indicesOnMariadb(
  database: Database,
  sql: string,
  values: readonly unknown[],
): Promise<Plan> {
  const steps = await database.query<MariadbStep[]>(`EXPLAIN ${sql}`, [...values]);
  const tables = tablesOf(sql);
  const read = steps.flatMap((step) => {
    const table = tables.get(step.table ?? '');
    return table === undefined ? [] : [{ ...step, table }];
  });
  return {
    indices: unique(
      read
        .filter(({ key }) => key !== null)
        .map(({ table, key, Extra }) =>
          key === 'PRIMARY'
            ? `${table}.primary`
            : `${table}.${key}${/Using index(?! condition)/.test(Extra) ? ' (covering)' : ''}`,
        ),
    ),
    scanned: unique(read.filter(({ type }) => type === 'ALL' || type === 'index').map(({ table }) => table)),
    sorted: unique(read.filter(({ Extra }) => Extra.includes('filesort')).map(({ table }) => table)),
  };
}

interface SqliteStep {
  readonly id: number;
  readonly parent: number;
  readonly detail: string;
}

export async function indicesOnSqlite(
  database: Database,
  sql: string,
  values: readonly unknown[],
): Promise<Plan> {
  const steps = await database.query<SqliteStep[]>(`EXPLAIN QUERY PLAN ${sql}`, [...values]);
  const tables = tablesOf(sql);
  const read = steps.flatMap(({ detail, parent }) => {
    const [, how, alias] = /^(SCAN|SEARCH) (\w+)/.exec(detail) ?? [];
    const table = tables.get(alias ?? '');
    return table === undefined ? [] : [{ how, table, detail, parent }];
  });
  const sorting = steps
    .filter(({ detail }) => detail.startsWith('USE TEMP B-TREE'))
    .map(({ parent }) => parent);
  return {
    indices: unique(read.flatMap(({ table, detail }) => indexIn(table, detail))),
    scanned: unique(read.filter(({ how }) => how === 'SCAN').map(({ table }) => table)),
    sorted: unique(read.filter(({ parent }) => sorting.includes(parent)).map(({ table }) => table)),
  };
}

function indexIn(table: string, detail: string): string[] {
  const [, covering, name] = /USING (COVERING )?INDEX (\S+)/.exec(detail) ?? [];
  if (name === undefined) return [];
  if (name.startsWith('sqlite_autoindex')) return [`${table}.primary`];
  return [`${table}.${name}${covering ? ' (covering)' : ''}`];
}

/** The tables that a statement reads, by their aliases. */
function tablesOf(sql: string): ReadonlyMap<string, string> {
  const found = sql.matchAll(/\b(?:FROM|JOIN) (\w+)(?: (?!WHERE|LEFT|JOIN|ON|ORDER)(\w+))?/g);
  return new Map([...found].map(([, table, alias]) => [alias ?? table!, table!]));
}

const unique = (all: readonly string[]): string[] => [...new Set(all)].sort();
