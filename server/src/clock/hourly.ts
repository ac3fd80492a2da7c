import { HOUR_MS } from './lengths.js';

/** Begins a job that runs every hour; gives how to end it. `failed` is told of each run that failed. */
export function everyHour(job: () => Promise<void>, failed: (error: unknown) => void): () => void {
  const timer = setInterval(() => void job().catch(failed), HOUR_MS).unref();
  return () => clearInterval(timer);
}
