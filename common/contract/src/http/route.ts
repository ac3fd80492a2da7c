import type { z } from 'zod';

/**
 * One HTTP operation, described once: the server's `@Endpoint` and the typed client both read it.
 *
 * `operationId` is the name that outside programs rely on. `path` starts with a slash, with `:name` for each
 * key of `params`. Input schemas are strict (an unknown key is refused); a reply is stripped to its schema.
 * Dates travel as ISO 8601 strings in UTC.
 */
export interface Route {
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: `/${string}`;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  /** Absent: the operation answers 204 with no body. Of a stream it is the data of each event. */
  readonly reply?: z.ZodObject;
  /** The client must send an Idempotency-Key; the same key repeats the first reply and has no second effect. */
  readonly isIdempotent?: true;
  /** Answers a stream of server-sent events in place of a body; the client opens it with `stream`. */
  readonly isStream?: true;
}

/** Keeps a route's literal types, so that a handler or a call that does not fit it is a compile error. */
export const route = <const R extends Route>(definition: R): R => definition;

type Input<Schema> = Schema extends z.ZodType ? z.infer<Schema> : undefined;

/** What a handler or a caller gives to the operation, part by part; a part that the route lacks is `undefined`. */
export type RouteParams<R extends Route> = Input<R['params']>;
export type RouteQuery<R extends Route> = Input<R['query']>;
export type RouteBody<R extends Route> = Input<R['body']>;
/** What the operation answers; `void` when it has no body. */
export type RouteReply<R extends Route> = R['reply'] extends z.ZodType ? z.infer<R['reply']> : void;
