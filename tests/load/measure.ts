import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { RowDataPacket } from 'mysql2';
import { ASKING, idOf } from './council.ts';
import type { MeasuredCouncil } from './council-server.ts';
import { asked, headersOf, type Asked } from './routes.ts';
import { nothingTaken, percentile, runSlice, type Taken } from './slice.ts';

const TOGETHER = 16;

/** One operation: the product beside the limit, as ratios. */
export interface Ratios {
  readonly asked: Asked;
  /** Of the limit's requests per second, at 16 connections. */
  readonly share: number;
  readonly cpu: number;
  readonly p99: number;
  /** The median wait with one connection. */
  readonly alone: number;
  /** What the ratios stand on. */
  readonly limitPerSecond: number;
  readonly limitAloneMs: number;
}

export interface Pace {
  readonly rounds: number;
  readonly seconds: number;
}

/** Both servers must give the same answer before their speed means anything. */
export async function compareAnswers(council: MeasuredCouncil): Promise<void> {
  for (const operation of asked.filter(({ method }) => method === 'GET')) {
    const [product, limit] = await Promise.all(
      [council.product, council.limit].map(async ({ url }) => {
        const reply = await fetch(`${url}${operation.path(council.size, 1)}`, {
          headers: headersOf(operation, council.keys, 1),
        });
        return { status: reply.status, body: await reply.json() };
      }),
    );
    assert.deepEqual(limit, product, `${operation.name}: the two servers answer differently`);
    assert.equal(product!.status, 200, `${operation.name}: ${JSON.stringify(product)}`);
  }
}

/** The servers take turns in short slices, so that whatever else the machine does meets both. */
export async function measure(council: MeasuredCouncil, operation: Asked, pace: Pace): Promise<Ratios> {
  const together = await takeTurns(council, operation, TOGETHER, pace);
  const alone = await takeTurns(council, operation, 1, { ...pace, seconds: Math.max(1, pace.seconds / 2) });
  const per = (pick: (taken: Taken) => number, [product, limit]: [Taken, Taken]) =>
    pick(product) / pick(limit);
  return {
    asked: operation,
    share: per(perSecond, together),
    cpu: per(cpuEach, together),
    p99: per(({ waits }) => percentile(waits, 0.99), together),
    alone: per(({ waits }) => percentile(waits, 0.5), alone),
    limitPerSecond: perSecond(together[1]),
    limitAloneMs: percentile(alone[1].waits, 0.5),
  };
}

const perSecond = ({ waits, seconds }: Taken): number => waits.length / seconds;
const cpuEach = ({ waits, cpuMs }: Taken): number => cpuMs / waits.length;

async function takeTurns(
  council: MeasuredCouncil,
  operation: Asked,
  connections: number,
  { rounds, seconds }: Pace,
): Promise<[Taken, Taken]> {
  const product = nothingTaken();
  const limit = nothingTaken();
  for (let round = -1; round < rounds; round += 1) {
    for (const [server, taken] of [
      [council.product, product],
      [council.limit, limit],
    ] as const) {
      const revisions = await revisionsOf(council);
      // The first round warms both up and does not count.
      const into = round < 0 ? nothingTaken() : taken;
      const { size, keys } = council;
      await runSlice(server, { asked: operation, size, keys, connections, seconds, revisions }, into);
    }
  }
  return [product, limit];
}

/** How often each of those who ask has saved, once what the last slice left unanswered is saved, too. */
export async function revisionsOf({ connection }: MeasuredCouncil): Promise<number[]> {
  await wait(200);
  const [rows] = await connection.query<RowDataPacket[]>('SELECT userId, revision FROM drafts');
  const saved = new Map(rows.map(({ userId, revision }) => [userId as string, revision as number]));
  return Array.from({ length: ASKING }, (_, n) => saved.get(idOf('user', n)) ?? 0);
}
