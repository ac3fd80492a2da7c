import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';
import type { ZodEnum } from 'zod';
import {
  booleanRecipe,
  bytesRecipe,
  choice,
  type ColumnRecipe,
  idRecipe,
  integerRecipe,
  jsonRecipe,
  longTextRecipe,
  text,
  timestampRecipe,
} from './column-recipes.js';

// The only columns entities are made of. `table-columns.ts` has the same words for migrations.

export interface ColumnChoices {
  /** Whether the column may be empty. Columns are required unless told. */
  nullable?: boolean;
}

/** The primary key: a UUID made in code (`Identifiers`), 36 characters. */
export function idColumn(): PropertyDecorator {
  return PrimaryColumn(entityOptions(idRecipe, {}));
}

/** The id of a row of another table. */
export function referenceColumn(choices: ColumnChoices = {}): PropertyDecorator {
  return Column(entityOptions(idRecipe, choices));
}

/** A machine-made key: a hash, a blind index, a token's digest, a well-known name. `primary` makes it the primary key. */
export function keyColumn(
  length: number,
  choices: ColumnChoices & { primary?: boolean } = {},
): PropertyDecorator {
  const options = entityOptions(text(length), choices);
  return choices.primary ? PrimaryColumn(options) : Column(options);
}

/** Text of at most `length` characters. Personal text belongs in `bytesColumn`, encrypted (security-rules 9.1). */
export function textColumn(length: number, choices: ColumnChoices = {}): PropertyDecorator {
  return Column(entityOptions(text(length), choices));
}

/** Text of up to 16 MiB. */
export function longTextColumn(choices: ColumnChoices = {}): PropertyDecorator {
  return Column(entityOptions(longTextRecipe, choices));
}

/** A whole number of 32 bits. */
export function integerColumn(choices: ColumnChoices = {}): PropertyDecorator {
  return Column(entityOptions(integerRecipe, choices));
}

/** True or false. */
export function booleanColumn(choices: ColumnChoices = {}): PropertyDecorator {
  return Column(entityOptions(booleanRecipe, choices));
}

/** An instant as a `Date`, kept in UTC to the millisecond. */
export function timestampColumn(choices: ColumnChoices = {}): PropertyDecorator {
  return Column(entityOptions(timestampRecipe, choices));
}

/** Any JSON value, up to 16 MiB as text. Not for personal text. */
export function jsonColumn(choices: ColumnChoices = {}): PropertyDecorator {
  return Column(entityOptions(jsonRecipe, choices));
}

/** One word of a Zod enum, of at most 40 characters. */
export function choiceColumn(values: ZodEnum, choices: ColumnChoices = {}): PropertyDecorator {
  return Column(entityOptions(choice(values), choices));
}

/** Bytes as a `Buffer`, up to 16 MiB. Encrypted fields are kept in these. */
export function bytesColumn(choices: ColumnChoices = {}): PropertyDecorator {
  return Column(entityOptions(bytesRecipe, choices));
}

function entityOptions(
  recipe: ColumnRecipe,
  { nullable = false }: ColumnChoices,
): ColumnOptions & { nullable: false } {
  const { type, length, precision, transformer } = recipe;
  // TypeORM's type for primary columns wants the literal false; the value is what counts for the others.
  return { type, length, precision, transformer, nullable: nullable as false };
}
