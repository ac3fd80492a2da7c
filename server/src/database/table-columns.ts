import type { QueryRunner, TableColumnOptions } from 'typeorm';
import type { ColumnChoices } from './columns.js';
import {
  booleanRecipe,
  bytesRecipe,
  choiceRecipe,
  type ColumnRecipe,
  idRecipe,
  integerRecipe,
  jsonRecipe,
  longTextRecipe,
  text,
  timestampRecipe,
} from './column-recipes.js';

type Build = (name: string, choices?: ColumnChoices) => TableColumnOptions;
type BuildSized = (name: string, length: number, choices?: ColumnChoices) => TableColumnOptions;

/** The words of `columns.ts` for migrations: what goes into `new Table({ columns })` on the database being migrated. */
export interface TableColumns {
  id: Build;
  reference: Build;
  key: (name: string, length: number, choices?: ColumnChoices & { primary?: boolean }) => TableColumnOptions;
  text: BuildSized;
  longText: Build;
  integer: Build;
  boolean: Build;
  timestamp: Build;
  json: Build;
  /** The words themselves are the entity's: a migration stays as it is when a word is added. */
  choice: Build;
  bytes: Build;
}

/** The column builders for the database that a migration runs on. */
export function tableColumns(queryRunner: QueryRunner): TableColumns {
  const isSqlite = queryRunner.dataSource.options.type === 'better-sqlite3';
  const build = (recipe: ColumnRecipe, name: string, { nullable = false }: ColumnChoices = {}) => ({
    name,
    type: recipe.tableTypes?.[isSqlite ? 'sqlite' : 'mariadb'] ?? recipe.type,
    length: recipe.length?.toString(),
    precision: recipe.precision,
    isNullable: nullable,
    // SQLite compares text byte for byte of itself and does not know the name.
    collation: recipe.isText && !isSqlite ? 'utf8mb4_bin' : undefined,
  });
  return {
    id: (name) => ({ ...build(idRecipe, name), isPrimary: true }),
    reference: (name, choices) => build(idRecipe, name, choices),
    key: (name, length, choices) => ({ ...build(text(length), name, choices), isPrimary: choices?.primary }),
    text: (name, length, choices) => build(text(length), name, choices),
    longText: (name, choices) => build(longTextRecipe, name, choices),
    integer: (name, choices) => build(integerRecipe, name, choices),
    boolean: (name, choices) => build(booleanRecipe, name, choices),
    timestamp: (name, choices) => build(timestampRecipe, name, choices),
    json: (name, choices) => build(jsonRecipe, name, choices),
    choice: (name, choices) => build(choiceRecipe, name, choices),
    bytes: (name, choices) => build(bytesRecipe, name, choices),
  };
}
