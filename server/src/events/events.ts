import { Injectable } from '@nestjs/common';
import type { Database } from '../database/database.js';

type EventClass<E extends object> = new (...facts: never[]) => E;
type Listener = (event: object) => void | Promise<void>;

/**
 * What one feature tells the others once it is true: after the commit, in this process. An event is an instance of a
 * class in past tense. A listener that must act opens its own transaction; its failure reaches neither the publisher
 * nor the other listeners.
 */
@Injectable()
export class Events {
  private readonly listeners = new Map<unknown, Listener[]>();

  constructor(private readonly database: Database) {}

  /** Tells the listeners after the commit of the open transaction, or at once outside of any. */
  publish(event: object): void {
    for (const listener of this.listeners.get(event.constructor) ?? []) {
      this.database.afterCommit(() => listener(event));
    }
  }

  on<E extends object>(kind: EventClass<E>, listener: (event: E) => void | Promise<void>): void {
    const others = this.listeners.get(kind) ?? [];
    this.listeners.set(kind, [...others, (event) => listener(event as E)]);
  }
}
