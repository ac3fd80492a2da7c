import autocannon, { type Client, type Request } from 'autocannon';
import type { Size } from './council.ts';
import type { Program } from './program.ts';
import { headersOf, type Asked } from './routes.ts';
import type { Keys } from './sealing.ts';

/** What one server did in its slices of the time. */
export interface Taken {
  seconds: number;
  cpuMs: number;
  /** Of each answer, in milliseconds. */
  readonly waits: number[];
}

export const nothingTaken = (): Taken => ({ seconds: 0, cpuMs: 0, waits: [] });

export interface Load {
  readonly asked: Asked;
  readonly size: Size;
  readonly keys: Keys;
  readonly connections: number;
  readonly seconds: number;
  /** How often each of those who ask has saved so far. */
  readonly revisions: number[];
}

/** Lets the server answer for a while, and adds up what that took. Any answer but 200 ends the run. */
export async function runSlice(server: Program, load: Load, taken: Taken): Promise<void> {
  const { asked, connections, seconds } = load;
  let clients = 0;
  const cpuMs = server.cpuMs();
  const started = performance.now();
  const odd: number[] = [];
  const { errors } = await autocannon({
    url: server.url,
    connections,
    duration: seconds,
    setupClient: (client: Client) => {
      client.setRequests([requestOf(load, clients++)]);
      client.on('response', (status, _bytes, ms) => {
        if (status === 200) taken.waits.push(ms);
        else odd.push(status);
      });
    },
  });
  taken.seconds += (performance.now() - started) / 1000;
  taken.cpuMs += server.cpuMs() - cpuMs;
  if (errors > 0 || odd.length > 0)
    throw new Error(`${asked.name}: ${errors} errors, answers ${odd.slice(0, 9)}`);
}

function requestOf({ asked, size, keys, revisions }: Load, asking: number): Request {
  const common = {
    method: asked.method,
    path: asked.path(size, asking),
    headers: headersOf(asked, keys, asking),
  };
  if (!asked.body) return common;
  const body = asked.body.bind(asked);
  return {
    ...common,
    setupRequest: (request) => ({ ...request, body: JSON.stringify(body(size, asking, revisions[asking]!)) }),
    onResponse: (status) => {
      if (status === 200) revisions[asking]! += 1;
    },
  };
}

/** The value that `share` of the waits stay below. */
export function percentile(waits: readonly number[], share: number): number {
  const sorted = Float64Array.from(waits).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}
