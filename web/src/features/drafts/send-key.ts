import { newIdempotencyKey } from '@cso/client';

/** A repeat after a lost answer is the same act and has the same key; another text, or the next act, has a new one. */
export function useSendKey() {
  let last = { key: '', text: '' };

  function keyFor(body: object): string {
    const text = JSON.stringify(body);
    if (last.text !== text) last = { key: newIdempotencyKey(), text };
    return last.key;
  }
  /** The act is done: the same text once more is meant so. */
  function renew(): void {
    last = { key: '', text: '' };
  }
  return { keyFor, renew };
}
