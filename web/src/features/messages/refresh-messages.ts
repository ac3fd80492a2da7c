import { useQueryCache } from '@pinia/colada';

/** Asks anew for everything that tells of messages, once something was sent, read or taken back. */
export function useRefreshMessages(): () => Promise<unknown> {
  const cache = useQueryCache();
  const keys = ['threads', 'thread', 'account', 'my-accounts', 'whats-new', 'drafts'];
  return () => Promise.all(keys.map((key) => cache.invalidateQueries({ key: [key] })));
}
