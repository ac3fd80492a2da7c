import type { Route } from '@cso/contract';
import { readError } from './read-error.js';
import { readEvents } from './server-sent-events.js';

/** What a stream tells. */
export interface StreamHandlers<Event> {
  readonly onEvent: (event: Event) => void;
  /** Whether the stream is open now; false also while it is being opened again. */
  readonly onOpen: (isOpen: boolean) => void;
  /** The first opening took more than one try, and nobody can tell what happened meanwhile. */
  readonly onGap: () => void;
  /** Ends the stream. */
  readonly signal: AbortSignal;
}

type Open = (lastEventId: string | undefined, signal: AbortSignal) => Promise<Response>;

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;
/** The service says every 20 seconds that it is there. After more silence than this the connection is dead. */
const SILENCE_MS = 50_000;
/** A stream that lasted this long was no failure: the next try begins with a short wait again. */
const LASTED_MS = 30_000;

/**
 * Keeps a stream open until the signal ends it or the session is over, and then resolves. A lost one is opened again
 * after a wait that grows and varies, from the last event on. It never throws: whoever listens can only wait.
 */
export async function keepStream(route: Route, open: Open, handlers: StreamHandlers<unknown>): Promise<void> {
  const { signal } = handlers;
  const place: Place = { lastEventId: undefined, tries: 0 };
  while (!signal.aborted) {
    const startedAt = performance.now();
    const outcome = await readOnce(route, open, handlers, place);
    if (outcome.isSessionOver) return;
    place.tries = performance.now() - startedAt > LASTED_MS ? 1 : place.tries + 1;
    await pause(Math.max(outcome.retryAfterMs, waitBefore(place.tries)), signal);
  }
}

/** How far a stream has come. */
interface Place {
  lastEventId: string | undefined;
  /** How many tries in a row did not last. */
  tries: number;
}

interface Outcome {
  readonly isSessionOver: boolean;
  readonly retryAfterMs: number;
}

const lost: Outcome = { isSessionOver: false, retryAfterMs: 0 };

async function readOnce(
  route: Route,
  open: Open,
  { onEvent, onOpen, onGap, signal }: StreamHandlers<unknown>,
  place: Place,
): Promise<Outcome> {
  const connection = connectionWithin(signal);
  try {
    const response = await open(place.lastEventId, connection.signal);
    if (!response.ok || !response.body) return await refusalOf(response);
    onOpen(true);
    if (place.tries > 0 && place.lastEventId === undefined) onGap();
    for await (const { id, data } of readEvents(response.body)) {
      connection.isAlive();
      place.lastEventId = id ?? place.lastEventId;
      const event = data === '' ? undefined : eventOf(route, data);
      if (event !== undefined) onEvent(event);
    }
    return lost;
  } catch {
    return lost;
  } finally {
    connection.end();
    onOpen(false);
  }
}

async function refusalOf(response: Response): Promise<Outcome> {
  const { code, retryAfterMs } = await readError(response);
  return { isSessionOver: code === 'NOT_SIGNED_IN', retryAfterMs: retryAfterMs ?? 0 };
}

/** A newer service may tell of what this client does not know yet. */
function eventOf(route: Route, data: string): unknown {
  return route.reply?.safeParse(JSON.parse(data)).data;
}

/** One connection, cut when the signal says so or when nothing was heard for too long. */
function connectionWithin(signal: AbortSignal) {
  const controller = new AbortController();
  const cut = () => controller.abort();
  let watch = setTimeout(cut, SILENCE_MS);
  signal.addEventListener('abort', cut);
  return {
    signal: controller.signal,
    isAlive(): void {
      clearTimeout(watch);
      watch = setTimeout(cut, SILENCE_MS);
    },
    end(): void {
      clearTimeout(watch);
      signal.removeEventListener('abort', cut);
    },
  };
}

/** Doubles with each try. Many clients that lost one server do not come back in the same moment. */
function waitBefore(tries: number): number {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
  return longest * (0.5 + Math.random() / 2);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
