import type { DataSource, ObjectLiteral } from 'typeorm';
import type { RawRow } from './prepared-statements.js';

export type Class<E> = new () => E;

/** An entity that a LEFT JOIN may not find. */
export interface Outer<E> {
  readonly outer: Class<E>;
}
export const outer = <E>(entity: Class<E>): Outer<E> => ({ outer: entity });

/** The entities that a statement reads, by the aliases that it gives their tables. */
export type Selection = Readonly<Record<string, Class<ObjectLiteral> | Outer<ObjectLiteral>>>;

export type Selected<S extends Selection> = {
  [Alias in keyof S]: S[Alias] extends Class<infer E>
    ? E
    : S[Alias] extends Outer<infer E>
      ? E | null
      : never;
};

interface Reader {
  readonly columns: string;
  read(row: RawRow): ObjectLiteral | null;
}

interface Insert {
  readonly sql: string;
  valuesOf(row: ObjectLiteral): unknown[];
}

/** Turns rows of prepared statements into entities and back, value by value as TypeORM does, without what makes that slow. */
export class EntityRows {
  private readonly readers = new Map<string, Reader>();
  private readonly inserts = new Map<Class<ObjectLiteral>, Insert>();

  constructor(private readonly dataSource: DataSource) {}

  tableOf(entity: Class<ObjectLiteral>): string {
    return this.dataSource.getMetadata(entity).tableName;
  }

  /** What stands after SELECT. */
  columnsOf(selection: Selection): string {
    const aliases = Object.entries(selection);
    return aliases.map(([alias, of]) => this.readerOf(alias, of).columns).join(', ');
  }

  entitiesOf<S extends Selection>(selection: S, rows: readonly RawRow[]): Selected<S>[] {
    const readers = Object.entries(selection).map(
      ([alias, of]) => [alias, this.readerOf(alias, of)] as const,
    );
    return rows.map((row) => {
      const entities: Record<string, ObjectLiteral | null> = {};
      for (const [alias, reader] of readers) entities[alias] = reader.read(row);
      return entities as Selected<S>;
    });
  }

  insertOf(entity: Class<ObjectLiteral>): Insert {
    const present = this.inserts.get(entity);
    if (present) return present;
    const { columns, tableName } = this.dataSource.getMetadata(entity);
    const { driver } = this.dataSource;
    const names = columns.map(({ databaseName }) => databaseName).join(', ');
    const insert: Insert = {
      sql: `INSERT INTO ${tableName} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
      valuesOf: (row) =>
        columns.map((column) => driver.preparePersistentValue(row[column.propertyName], column) ?? null),
    };
    this.inserts.set(entity, insert);
    return insert;
  }

  private readerOf(alias: string, of: Selection[string]): Reader {
    const entity = 'outer' in of ? of.outer : of;
    const key = `${alias} ${entity.name}`;
    const present = this.readers.get(key);
    if (present) return present;
    const reader = this.readerFor(alias, entity);
    this.readers.set(key, reader);
    return reader;
  }

  private readerFor(alias: string, entity: Class<ObjectLiteral>): Reader {
    const { columns, primaryColumns } = this.dataSource.getMetadata(entity);
    const { driver } = this.dataSource;
    const nameOf = (column: string) => `${alias}_${column}`;
    const key = nameOf(primaryColumns[0]!.databaseName);
    const fields = columns.map((column) => {
      const { propertyName, databaseName } = column;
      const isPlain = !column.transformer && (column.type === 'varchar' || column.type === 'int');
      return {
        propertyName,
        name: nameOf(databaseName),
        value: isPlain ? asItIs : (raw: unknown) => driver.prepareHydratedValue(raw, column),
      };
    });
    return {
      columns: columns
        .map(({ databaseName }) => `${alias}.${databaseName} AS ${nameOf(databaseName)}`)
        .join(', '),
      read(row) {
        if (row[key] === null) return null;
        const found: ObjectLiteral = {};
        for (const { propertyName, name, value } of fields) found[propertyName] = value(row[name]);
        return found;
      },
    };
  }
}

const asItIs = (raw: unknown): unknown => raw;
