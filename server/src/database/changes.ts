import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { isUniqueViolation } from './errors.js';

/** A guarded change: which rows, in which state, and what becomes of them. */
export interface Change<E extends ObjectLiteral> {
  /** Every condition must be given a value; use TypeORM's `IsNull()`, `LessThan()` … for more than equality. */
  where: FindOptionsWhere<E>;
  set: QueryDeepPartialEntity<E>;
}

/**
 * Changes the row if it is still in the expected state, in one UPDATE: the only way to move a state or spend an attempt.
 * Reading first and writing then lets any number of parallel guesses through (security-rules, fact 2).
 * True when a row matched, also when its values were already the new ones.
 */
export async function changeIf<E extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<E>,
  change: Change<E>,
): Promise<boolean> {
  return (await changeWhere(manager, entity, change)) > 0;
}

/** As `changeIf`, for several rows: how many matched. */
export async function changeWhere<E extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<E>,
  { where, set }: Change<E>,
): Promise<number> {
  // TypeORM would drop such a condition, and with it the guard.
  const missing = Object.entries(where).find(([, value]) => value === undefined || value === null);
  if (missing || Object.keys(where).length === 0) {
    throw new Error(`A guarded change needs a value for ${missing?.[0] ?? 'at least one condition'}`);
  }
  const result = await manager.createQueryBuilder().update(entity).set(set).where(where).execute();
  return result.affected ?? 0;
}

/** For `set`: the column's present value and `by`, computed by the database within the UPDATE itself. */
export function increment(column: string, by = 1): () => string {
  if (!/^[a-z]\w*$/i.test(column) || !Number.isSafeInteger(by)) throw new Error(`Cannot increment ${column}`);
  return () => `${column} + ${by}`;
}

/** Inserts the row unless one with the same unique or primary key exists; false then. Other failures throw. */
export async function insertOnce<E extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<E>,
  row: QueryDeepPartialEntity<E>,
): Promise<boolean> {
  try {
    await manager.insert(entity, row);
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}
