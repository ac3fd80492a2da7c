import { inboxRoutes, accountRoutes, draftRoutes, myMessageRoutes, type Route } from '@cso/contract';
import type { Keys } from './sealing.ts';
import { signToken } from './sealing.ts';
import { childOf, idOf, longThreadOf, type Size } from './council.ts';
import { sessionOf } from './rows.ts';

/** One measured operation, as each of those who ask sends it. */
export interface Asked {
  readonly name: string;
  readonly goals: Goals;
  readonly method: Route['method'];
  path(size: Size, asking: number): string;
  readonly side: 'carer' | 'worker';
  /** What is sent, given how often this one has saved before. */
  body?(size: Size, asking: number, revision: number): object;
}

/** Goal and stretch (performance: To reach). */
export interface Goals {
  readonly share: readonly [number, number];
  readonly cpu: readonly [number, number];
  readonly p99: readonly [number, number];
  readonly alone: readonly [number, number];
}

const reading: Goals = { share: [0.65, 0.8], cpu: [1.5, 1.3], p99: [2.5, 1.5], alone: [1.3, 1.2] };
const saving: Goals = { ...reading, share: [0.6, 0.8], cpu: [1.9, 1.3], alone: [1.7, 1.2] };

const filled = (path: string, id: string): string => path.replace(':id', id);
const TEXT_4_KB = 'What happened this week, in the child’s own words. '.repeat(80).slice(0, 4000);

export const asked: readonly Asked[] = [
  {
    name: 'dashboard counts',
    goals: reading,
    method: 'GET',
    path: () => accountRoutes.listMine.path,
    side: 'carer',
  },
  {
    name: 'dashboard, audited',
    goals: reading,
    method: 'GET',
    path: (size, n) => filled(accountRoutes.dashboard.path, idOf('person', childOf(size, n))),
    side: 'carer',
  },
  {
    name: 'inbox page (50)',
    goals: reading,
    method: 'GET',
    path: () => `${inboxRoutes.list.path}?view=mine`,
    side: 'worker',
  },
  {
    name: 'carer’s threads (20)',
    goals: reading,
    method: 'GET',
    path: (size, n) => `${myMessageRoutes.listThreads.path}?accountId=${idOf('person', childOf(size, n))}`,
    side: 'carer',
  },
  {
    name: 'thread page (30), audited',
    goals: reading,
    method: 'GET',
    path: (size, n) => filled(myMessageRoutes.getThread.path, longThreadOf(size, n)),
    side: 'carer',
  },
  {
    name: 'draft save (4 KB)',
    goals: saving,
    method: 'PUT',
    path: () => draftRoutes.save.path,
    side: 'carer',
    body: (size, n, revision) => ({
      place: {
        accountId: idOf('person', childOf(size, n)),
        kind: 'reply',
        targetId: longThreadOf(size, n),
      },
      content: { body: TEXT_4_KB },
      revision,
    }),
  },
];

/** As the portal and the caseworker app send them. */
export function headersOf({ side, body }: Asked, keys: Keys, asking: number): Record<string, string> {
  const token = signToken(keys, sessionOf(side, asking));
  return {
    ...(side === 'worker'
      ? { 'x-cso-client': 'desktop', authorization: `Bearer ${token}` }
      : { 'x-cso-client': 'web', cookie: `__Host-cso=${token}` }),
    ...(body ? { 'content-type': 'application/json' } : {}),
  };
}
