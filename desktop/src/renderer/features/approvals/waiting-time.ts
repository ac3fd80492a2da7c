const DAY_MS = 86_400_000;

/** Whole days since `iso`. */
export const daysSince = (iso: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - new Date(iso).getTime()) / DAY_MS));
