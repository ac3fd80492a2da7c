/** Who reads for whom on a day. */
export interface Covered {
  readonly workerId: string;
  readonly coverId: string;
  readonly endsOn: string;
}

/** Who reads in the end, and the first day on which the worker themself is back. */
export interface CoverEnd {
  readonly readerId: string;
  readonly endsOn: string;
}

/**
 * Follows the covers of one day from a worker to whoever is there. Null: the worker is there. The last day is the
 * worker's own cover's, whoever reads meanwhile. A circle, which `setCover` refuses, would lead to nobody.
 */
export function endOfChain(workerId: string, covers: readonly Covered[]): CoverEnd | null {
  const first = covers.find((cover) => cover.workerId === workerId);
  if (!first) return null;
  const seen = new Set([workerId]);
  let readerId = first.coverId;
  for (;;) {
    if (seen.has(readerId)) return { readerId: workerId, endsOn: first.endsOn };
    seen.add(readerId);
    const next = covers.find((cover) => cover.workerId === readerId);
    if (!next) return { readerId, endsOn: first.endsOn };
    readerId = next.coverId;
  }
}

/** Whether a new cover would lead back to the worker who is away, on any day that all of the chain shares. */
export function wouldLoop(
  fresh: { readonly workerId: string; readonly coverId: string },
  touching: readonly Covered[],
): boolean {
  const chain = [...touching, { ...fresh, endsOn: '' }];
  const seen = new Set<string>();
  let at = fresh.coverId;
  while (!seen.has(at)) {
    if (at === fresh.workerId) return true;
    seen.add(at);
    const next = chain.find((cover) => cover.workerId === at);
    if (!next) return false;
    at = next.coverId;
  }
  return false;
}
