import type { Route, RouteBody, RouteParams, RouteQuery, RouteReply } from '@cso/contract';
import { type ApiError, NetworkError } from './api-error.js';
import { readError } from './read-error.js';
import type { StreamHandlers } from './stream.js';

/** How a client reaches the service. */
export interface ClientOptions {
  /** Origin of the service without a slash at the end; empty for the page's own. */
  readonly origin: string;
  /** Who calls: stands in X-CSO-Client, which keeps other sites' forms out. */
  readonly client: 'web' | 'desktop';
  /** The bearer token of the moment, for clients without the session cookie. */
  readonly token?: () => string | null;
  /** Told of every ApiError before the caller is, for instance to leave for the sign-in page on NOT_SIGNED_IN. */
  readonly onError?: (error: ApiError) => void;
}

/** What only some calls need beside the route's own parts. */
export interface CallOptions {
  /** Does not extend the session: for polls that no person asked for. */
  readonly isPassive?: boolean;
  /** For routes with `isIdempotent`: the same key makes a repeat harmless. Made by `newIdempotencyKey`. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { [K in Name]?: undefined }
  : { [K in Name]: Value };

/** The parts of a call: each is required when the route has it, and forbidden when it has not. */
export type Call<R extends Route> = Part<'params', RouteParams<R>> &
  Part<'query', RouteQuery<R>> &
  Part<'body', RouteBody<R>> &
  CallOptions;

type CallArguments<R extends Route> =
  Record<never, never> extends Call<R> ? [call?: Call<R>] : [call: Call<R>];

/** The typed way to the service. */
export interface Client {
  /** Calls an operation of the contract and parses its reply. Throws ApiError or NetworkError. */
  call<R extends Route>(route: R, ...args: CallArguments<R>): Promise<RouteReply<R>>;
  /** Holds a stream open until its signal or the session ends; never throws. It does not extend the session. */
  stream<R extends Route & { readonly isStream: true }>(
    route: R,
    handlers: StreamHandlers<RouteReply<R>>,
  ): Promise<void>;
}

/** A key for one act of the person: keep it over retries of that act, take a new one for the next. */
export const newIdempotencyKey = (): string => crypto.randomUUID();

export function createClient(options: ClientOptions): Client {
  return {
    async call(route, ...[call]) {
      const response = await send(options, route, (call ?? {}) as AnyCall);
      if (!response.ok) {
        const error = await readError(response);
        options.onError?.(error);
        throw error;
      }
      if (!route.reply) return undefined as never;
      return route.reply.parse(await response.json()) as never;
    },
    async stream(route, handlers) {
      // Nobody waits for a stream: the first page loads without it.
      const { keepStream } = await import('./stream.js');
      const open = (lastEventId: string | undefined, signal: AbortSignal) =>
        send(options, route, { isPassive: true, lastEventId, signal });
      return keepStream(route, open, handlers as StreamHandlers<unknown>);
    },
  };
}

interface AnyCall extends CallOptions {
  readonly params?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
  readonly lastEventId?: string | undefined;
}

async function send(options: ClientOptions, route: Route, call: AnyCall): Promise<Response> {
  try {
    return await fetch(options.origin + fillPath(route.path, call), {
      method: route.method,
      headers: headersOf(options, call),
      credentials: 'same-origin',
      cache: 'no-store',
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      ...(call.signal ? { signal: call.signal } : {}),
    });
  } catch (cause) {
    throw new NetworkError('The service could not be reached.', { cause });
  }
}

function headersOf(options: ClientOptions, call: AnyCall): Record<string, string> {
  const token = options.token?.();
  return {
    'X-CSO-Client': options.client,
    ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
    ...(call.isPassive ? { 'X-Activity': 'passive' } : {}),
    ...(call.idempotencyKey ? { 'Idempotency-Key': call.idempotencyKey } : {}),
    ...(call.lastEventId ? { 'Last-Event-ID': call.lastEventId } : {}),
  };
}

function fillPath(path: string, { params = {}, query = {} }: AnyCall): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();
  return search ? `${filled}?${search}` : filled;
}
