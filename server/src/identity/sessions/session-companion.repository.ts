import type { Type } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Selection } from '../../database/entity-rows.js';
import type { Actor } from '../../request/request-context.js';

/**
 * What a hot route reads in the same statement as the session, so that checking the session at every request costs no
 * statement of its own (performance 3; ADR 12). A repository extends it; the guard decides as ever, and only then is
 * there an actor to whom the rows belong.
 */
export abstract class SessionCompanion<Row extends object = object> {
  /** The entities to read; a row in which one was not found does not count. */
  abstract readonly selection: Selection;
  /** LEFT JOINs that begin at `s`, the session: one without rows must be found as well. */
  abstract readonly joins: string;
  /** Further columns, with their names. */
  readonly extra: string = '1 AS found';
  private readonly kept = new WeakMap<Actor, readonly object[]>();

  keep(actor: Actor, rows: readonly object[]): void {
    this.kept.set(actor, rows);
  }

  /** Throws when the handler was not opened with this. */
  of(actor: Actor): readonly Row[] {
    const rows = this.kept.get(actor);
    if (!rows) throw new Error(`The handler lacks @OpenedWith(${this.constructor.name})`);
    return rows as readonly Row[];
  }
}

/** The handler's session is read together with this. */
export const OpenedWith = Reflector.createDecorator<Type<SessionCompanion>>();
