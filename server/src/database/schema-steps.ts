import type { QueryRunner, Table, TableColumnOptions, TableIndex } from 'typeorm';
import { TableColumn } from 'typeorm';

// MariaDB commits each CREATE and ALTER at once, so a migration that fails half-way leaves its first steps behind.
// Migrations are made of these steps, which may be run again (security-rules R13).

/** Creates the table with its indices and foreign keys, unless it is there. */
export async function createTableIfMissing(queryRunner: QueryRunner, table: Table): Promise<void> {
  await queryRunner.createTable(table, true);
}

/** Adds the column, unless it is there. */
export async function addColumnIfMissing(
  queryRunner: QueryRunner,
  tableName: string,
  column: TableColumnOptions,
): Promise<void> {
  if (await queryRunner.hasColumn(tableName, column.name)) return;
  await queryRunner.addColumn(tableName, new TableColumn(column));
}

/** Creates the index, unless the table has one of that name. */
export async function createIndexIfMissing(
  queryRunner: QueryRunner,
  tableName: string,
  index: TableIndex,
): Promise<void> {
  const table = await queryRunner.getTable(tableName);
  const isThere = table?.indices.some(({ name }) => name === index.name);
  if (!isThere) await queryRunner.createIndex(tableName, index);
}

/** Drops the index, unless the table has none of that name. */
export async function dropIndexIfThere(
  queryRunner: QueryRunner,
  tableName: string,
  name: string,
): Promise<void> {
  const table = await queryRunner.getTable(tableName);
  const index = table?.indices.find((each) => each.name === name);
  if (index) await queryRunner.dropIndex(tableName, index);
}
