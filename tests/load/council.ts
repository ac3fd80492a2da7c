// Who is in the measured council, and what they have written. Everything follows from a number, so that the data can be
// written as a stream and found again without being kept.

export interface Size {
  readonly name: 'county' | 'national';
  readonly carers: number;
  readonly children: number;
  readonly workers: number;
  readonly messages: number;
}

export const COUNTY: Size = {
  name: 'county',
  carers: 2000,
  children: 1500,
  workers: 500,
  messages: 1_000_000,
};
export const NATIONAL: Size = {
  name: 'national',
  carers: 60_000,
  children: 90_000,
  workers: 40_000,
  messages: 10_000_000,
};

/** The same few people ask in every size, and have the same in their lists: what is measured is the size around them. */
export const ASKING = 32;
const THREADS_EACH = 60;
const LENGTH = 20;
const LONG = 60;
/** Threads that run side by side, so that the messages of one do not lie next to each other. */
const SIDE_BY_SIDE = 64;
const WORKERS_A_TEAM = 10;

const FROM_MS = Date.UTC(2023, 0, 2);
const YEARS_MS = 3 * 365 * 86_400_000;

const kinds = {
  team: 1,
  worker: 2,
  person: 3,
  user: 4,
  access: 5,
  thread: 6,
  reader: 7,
  read: 8,
  session: 9,
};

const uuid = (ms: number, kind: number, n: number): string => {
  const time = ms.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${kind.toString(16).padStart(3, '0')}-8000-${n.toString(16).padStart(12, '0')}`;
};

export const idOf = (kind: keyof typeof kinds, n: number): string => uuid(FROM_MS - 1, kinds[kind], n);

/** A carer's number is their person's; a child's comes after all carers. */
export const childOf = (size: Size, n: number): number => size.carers + n;
export const teamOfWorker = (size: Size, worker: number): number => worker % teamsOf(size);
export const teamsOf = ({ workers }: Size): number => workers / WORKERS_A_TEAM;

export interface Thread {
  readonly n: number;
  readonly carer: number;
  /** The person whom it is about. */
  readonly about: number;
  readonly worker: number;
  readonly state: 'new' | 'claimed' | 'waiting_worker' | 'waiting_carer' | 'closed';
  readonly isUrgent: boolean;
  readonly unreadByCarer: number;
  readonly length: number;
  /** Its first message among all, and the distance to each next one. */
  readonly first: number;
  readonly step: number;
}

const quietStates = [...Array(18).fill('closed'), 'waiting_carer', 'new'] as Thread['state'][];

/** Threads between everybody, then those of the people who ask: their long one first. */
export function* threadsOf(size: Size): Generator<Thread> {
  const askedMessages = ASKING * ((THREADS_EACH - 1) * LENGTH + LONG);
  const others = Math.floor((size.messages - askedMessages) / LENGTH);
  let n = 0;
  let start = 0;
  for (const [count, length, make] of [
    [others, LENGTH, quiet],
    [ASKING, LONG, asked],
    [ASKING * (THREADS_EACH - 1), LENGTH, asked],
  ] as const) {
    for (let i = 0; i < count; i += 1, n += 1) {
      const wave = Math.floor(i / SIDE_BY_SIDE);
      const step = Math.min(SIDE_BY_SIDE, count - wave * SIDE_BY_SIDE);
      const first = start + wave * SIDE_BY_SIDE * length + (i % SIDE_BY_SIDE);
      yield { n, length, first, step, ...make(size, n - (make === asked ? others : 0)) };
    }
    start += count * length;
  }
}

function quiet(size: Size, i: number) {
  const carer = ASKING + (i % (size.carers - ASKING));
  const child = ASKING + (i % (size.children - ASKING));
  return {
    carer: i % 3 === 0 ? carer : carerOf(size, child),
    about: i % 3 === 0 ? carer : childOf(size, child),
    worker: ASKING + ((i * 7) % (size.workers - ASKING)),
    state: quietStates[i % quietStates.length]!,
    isUrgent: i % 200 === 19,
    unreadByCarer: i % 50 === 0 ? 1 : 0,
  };
}

/** Half with a worker, half waiting for one: more than one page of the inbox, about many families. */
function asked(size: Size, i: number) {
  const round = Math.floor(i / ASKING);
  const carer = i % ASKING;
  return {
    carer,
    about: childOf(size, carer),
    worker: (carer + round) % ASKING,
    state: (['waiting_worker', 'new', 'claimed', 'new'] as const)[round % 4]!,
    isUrgent: round % 10 === 3,
    unreadByCarer: round % 12 === 0 ? 2 : 0,
  };
}

export const isAsked = ({ carer }: Thread): boolean => carer < ASKING;

/** The child's carer; those who ask have one child each. */
export const carerOf = ({ carers }: Size, child: number): number =>
  child < ASKING ? child : ASKING + (child % (carers - ASKING));

export interface Letter {
  readonly id: string;
  readonly at: Date;
  readonly isByCarer: boolean;
}

/** The carer begins, and has the last word where the team is asked for something. */
export function letterOf(size: Size, thread: Thread, m: number): Letter {
  const at = FROM_MS + Math.floor(((thread.first + m * thread.step) * YEARS_MS) / size.messages);
  const isByCarer = m % 2 === (thread.unreadByCarer > 0 ? 0 : 1) || m === 0;
  return { id: uuid(at, 0, thread.first + m * thread.step), at: new Date(at), isByCarer };
}

/** The thread that somebody opens: it has more than a page of messages. */
export const longThreadOf = (size: Size, asking: number): string => {
  const others = Math.floor((size.messages - ASKING * ((THREADS_EACH - 1) * LENGTH + LONG)) / LENGTH);
  return idOf('thread', others + asking);
};
