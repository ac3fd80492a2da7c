import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource, EntityManager, ObjectLiteral } from 'typeorm';
import { isDeadlock } from './errors.js';
import { FifoLock } from './fifo-lock.js';
import { inList, PreparedStatements, type Answer, type RawRow } from './prepared-statements.js';
import { EntityRows, type Class, type Selected, type Selection } from './entity-rows.js';

type Work<T> = (manager: EntityManager) => Promise<T>;
type Effect = () => void | Promise<void>;

/** What the statements of one asynchronous flow are part of: a transaction, or one `run` outside of any. */
interface Scope {
  manager: EntityManager;
  /** Undefined outside a transaction. */
  effects?: Effect[];
  isOpen: boolean;
  /** Why the transaction cannot commit any more: a nested one failed, or a deadlock undid what it had written. */
  failure?: { error: unknown };
}

const deadlockAttempts = 5;

/**
 * The way to the database for every repository and service.
 *
 * TypeORM shares one SQLite connection between everybody: overlapping transactions fail, and a stranger's write vanishes
 * with another's rollback (tried). So on SQLite a transaction has the connection alone and statements outside it wait,
 * first in first out. On MariaDB every transaction has its own connection, at READ COMMITTED.
 */
export class Database {
  /** MySQL counts as `mariadb`. */
  readonly engine: 'sqlite' | 'mariadb';
  private readonly scopes = new AsyncLocalStorage<Scope>();
  private readonly lock = new FifoLock();
  private readonly statements: PreparedStatements;
  private readonly rows: EntityRows;

  /** `effectFailed` is told when work given to `afterCommit` fails; by default it becomes a warning of the process. */
  constructor(
    private readonly dataSource: DataSource,
    private readonly effectFailed: (error: unknown) => void = warnOfEffect,
  ) {
    this.statements = new PreparedStatements(dataSource);
    this.rows = new EntityRows(dataSource);
    this.engine = dataSource.options.type === 'better-sqlite3' ? 'sqlite' : 'mariadb';
  }

  /**
   * Runs statements: as part of the open transaction, or else on their own, waiting for their turn on SQLite. Keep the
   * work to statements; nobody else reaches an SQLite database meanwhile.
   */
  run<T>(work: Work<T>): Promise<T> {
    const scope = this.openScope();
    if (scope) return this.within(scope, work, isDeadlock);
    return this.exclusively(() => this.inScope({ manager: this.dataSource.manager, isOpen: true }, work));
  }

  /** One SQL statement through `run`. Rows come back as plain objects. */
  query<T = unknown>(sql: string, parameters?: unknown[]): Promise<T> {
    return this.run((manager) => manager.query<T>(sql, parameters));
  }

  /**
   * For the routes that are asked most (performance 4): a prepared SELECT whose rows are entities, read like TypeORM's.
   * `from` is what follows the columns, where each key of the selection is the alias of its table.
   */
  async select<S extends Selection>(
    selection: S,
    from: string,
    values: readonly unknown[],
  ): Promise<Selected<S>[]> {
    const { rows } = await this.prepared(`SELECT ${this.rows.columnsOf(selection)} ${from}`, values);
    return this.rows.entitiesOf(selection, rows);
  }

  /** What stands after SELECT, for a statement with columns of its own beside the entities; see `entitiesOf`. */
  columnsOf(selection: Selection): string {
    return this.rows.columnsOf(selection);
  }

  /** The entities in rows of `selectRows`. */
  entitiesOf<S extends Selection>(selection: S, rows: readonly object[]): Selected<S>[] {
    return this.rows.entitiesOf(selection, rows as readonly RawRow[]);
  }

  /** As `select`: those of the ids that exist, in no order. */
  async selectByIds<E extends ObjectLiteral>(entity: Class<E>, ids: readonly string[]): Promise<E[]> {
    if (ids.length === 0) return [];
    const { places, values } = inList(ids);
    const from = `FROM ${this.rows.tableOf(entity)} found WHERE found.id IN ${places}`;
    return (await this.select({ found: entity }, from, values)).map(({ found }) => found as E);
  }

  async selectById<E extends ObjectLiteral>(entity: Class<E>, id: string): Promise<E | null> {
    return (await this.selectByIds(entity, [id]))[0] ?? null;
  }

  /** As `query`, prepared. */
  async selectRows<Row extends object>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    return (await this.prepared(sql, values)).rows as readonly object[] as Row[];
  }

  /** A prepared statement that writes: how many rows it matched. */
  async change(sql: string, values: readonly unknown[]): Promise<number> {
    return (await this.prepared(sql, values)).matched;
  }

  /** A prepared INSERT of one row. */
  async insert<E extends ObjectLiteral>(entity: Class<E>, row: E): Promise<void> {
    const { sql, valuesOf } = this.rows.insertOf(entity);
    await this.change(sql, valuesOf(row));
  }

  private prepared(sql: string, values: readonly unknown[]): Promise<Answer> {
    return this.run((manager) => this.statements.run(manager, sql, values));
  }

  /**
   * Runs the work as a whole or not at all. A transaction inside a transaction joins it; when the inner one fails, the
   * outer one fails with the same error, even if somebody caught it on the way.
   *
   * MariaDB may choose a transaction as the victim of a deadlock; then the whole work is run again, at most five times.
   * So the work holds nothing that cannot be repeated: no mail, file or network (use `afterCommit` or the outbox).
   */
  async transaction<T>(work: Work<T>): Promise<T> {
    const scope = this.openScope();
    if (scope) return this.join(scope, work);
    for (let attempt = 1; ; attempt += 1) {
      const effects: Effect[] = [];
      try {
        const result = await this.exclusively(() => this.begin(work, effects));
        for (const effect of effects) await this.settle(effect);
        return result;
      } catch (error) {
        if (!isDeadlock(error) || attempt === deadlockAttempts) throw error;
        await wait(Math.random() * 20 * attempt);
      }
    }
  }

  /**
   * Runs the effect once the outermost transaction has committed; a rollback drops it. Outside a transaction it runs at
   * once. Its failure changes nothing for the caller, who has been told of the commit.
   */
  afterCommit(effect: Effect): void {
    const effects = this.openScope()?.effects;
    if (effects) effects.push(effect);
    else void this.settle(effect);
  }

  private begin<T>(work: Work<T>, effects: Effect[]): Promise<T> {
    return this.dataSource.manager.transaction(async (manager) => {
      const scope: Scope = { manager, effects, isOpen: true };
      const result = await this.inScope(scope, work);
      if (scope.failure) throw scope.failure.error;
      return result;
    });
  }

  private async join<T>(scope: Scope, work: Work<T>): Promise<T> {
    if (!scope.effects) throw new Error('A transaction cannot begin inside database.run: begin it first');
    return this.within(scope, work, () => true);
  }

  /** A doomed transaction takes no more statements: after a deadlock MariaDB would commit each on its own. */
  private async within<T>(scope: Scope, work: Work<T>, isFatal: (error: unknown) => boolean): Promise<T> {
    if (scope.failure) throw scope.failure.error;
    try {
      return await work(scope.manager);
    } catch (error) {
      if (isFatal(error)) scope.failure ??= { error };
      throw error;
    }
  }

  /** Work that outlives its transaction (a timer set inside it) finds the scope closed and stands on its own. */
  private async inScope<T>(scope: Scope, work: Work<T>): Promise<T> {
    try {
      return await this.scopes.run(scope, () => work(scope.manager));
    } finally {
      scope.isOpen = false;
    }
  }

  private openScope(): Scope | undefined {
    const scope = this.scopes.getStore();
    return scope?.isOpen ? scope : undefined;
  }

  private exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.engine === 'sqlite' ? this.lock.hold(work) : work();
  }

  private async settle(effect: Effect): Promise<void> {
    try {
      await effect();
    } catch (error) {
      this.effectFailed(error);
    }
  }
}

/** Names the kind of error alone: its message may hold personal text. */
function warnOfEffect(error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error;
  process.emitWarning(`Work after a commit failed with ${kind}`, { code: 'CSO_AFTER_COMMIT' });
}
