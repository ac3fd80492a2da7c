import { ApiError, type Client, type StreamHandlers } from '@cso/client';
import type { ErrorCode, FieldCode } from '@cso/contract';

type Reply = unknown;
/** What the service answers, by operationId: a reply, or what makes one (or throws) from the call. */
export type Replies = Record<string, Reply | ((call: SentCall) => Reply)>;

interface SentCall {
  operationId: string;
  params?: Record<string, string>;
  body?: unknown;
  idempotencyKey?: string;
  isPassive?: boolean;
}

export interface FakeClient extends Client {
  /** Every call so far, oldest first. */
  readonly sent: SentCall[];
  /** Every stream that was opened, for the test to speak through. */
  readonly streams: StreamHandlers<unknown>[];
  bodyOf(operationId: string): unknown;
}

/** A service without HTTP. An operation that the test did not expect fails it. */
export function fakeClient(replies: Replies): FakeClient {
  const sent: SentCall[] = [];
  const streams: StreamHandlers<unknown>[] = [];
  return {
    sent,
    streams,
    stream: (_route, handlers) => {
      streams.push(handlers as StreamHandlers<unknown>);
      return new Promise(() => undefined);
    },
    bodyOf: (operationId) => sent.findLast((call) => call.operationId === operationId)?.body,
    async call(route, ...[call]) {
      const made = { operationId: route.operationId, ...call } as SentCall;
      sent.push(made);
      if (!(route.operationId in replies)) throw new Error(`Unexpected call of ${route.operationId}`);
      const reply = replies[route.operationId];
      const answer: unknown = typeof reply === 'function' ? await reply(made) : reply;
      if (isSession(answer) && typeof replies['getSession'] !== 'function') replies['getSession'] = answer;
      return answer as never;
    },
  };
}

/** As on the server, whatever moves the sign-in on is what getSession says from then on. */
const isSession = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'stage' in answer;

interface RefusalDetails {
  fields?: Record<string, FieldCode>;
  retryAfterMs?: number;
}

/** A reply that refuses. */
export function refusal(status: number, code: ErrorCode, { fields = {}, retryAfterMs }: RefusalDetails = {}) {
  return () => {
    throw new ApiError(status, code, fields, null, retryAfterMs ?? null);
  };
}
