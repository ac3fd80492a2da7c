import type { ColumnType, ValueTransformer } from 'typeorm';
import type { ZodEnum } from 'zod';

/**
 * What one kind of column is on both databases. Entities and migrations are both built from these recipes, so that they
 * cannot drift apart.
 */
export interface ColumnRecipe {
  type: ColumnType & string;
  /** The type a migration names, where it is not the entity's: MariaDB first, then SQLite. */
  tableTypes?: { mariadb: string; sqlite: string };
  length?: number;
  precision?: number;
  /** Text compares byte for byte: MariaDB's own collation takes josé@ and jose@ for one person (tried). */
  isText?: boolean;
  transformer?: ValueTransformer;
}

const idLength = 36;
const choiceLength = 40;

export const idRecipe: ColumnRecipe = text(idLength);
/** How the words of a choice are stored; `choice` adds which words there are. */
export const choiceRecipe: ColumnRecipe = text(choiceLength);
export const longTextRecipe: ColumnRecipe = { type: 'mediumtext', isText: true };
export const integerRecipe: ColumnRecipe = { type: 'int', tableTypes: { mariadb: 'int', sqlite: 'integer' } };
export const booleanRecipe: ColumnRecipe = {
  type: 'boolean',
  tableTypes: { mariadb: 'tinyint', sqlite: 'boolean' },
};
export const timestampRecipe: ColumnRecipe = { type: 'datetime', precision: 3 };

export const jsonRecipe: ColumnRecipe = {
  ...longTextRecipe,
  transformer: {
    to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
    from: (value: string | null) => (value === null ? null : JSON.parse(value)),
  },
};

export const bytesRecipe: ColumnRecipe = {
  type: 'mediumblob',
  transformer: { to: toBuffer, from: toBuffer },
};

export function text(length: number): ColumnRecipe {
  return { type: 'varchar', length, isText: true };
}

/** A closed set of words. Reading a word outside the set throws, because then the row means nothing here. */
export function choice(values: ZodEnum): ColumnRecipe {
  const tooLong = values.options.find((value) => String(value).length > choiceLength);
  if (tooLong !== undefined) throw new Error(`A choice has at most ${choiceLength} characters: ${tooLong}`);
  return {
    ...choiceRecipe,
    transformer: {
      to: (value: unknown) => value,
      from: (value) => (value === null ? null : values.parse(value)),
    },
  };
}

function toBuffer(value: unknown): unknown {
  if (!(value instanceof Uint8Array) || Buffer.isBuffer(value)) return value;
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}
