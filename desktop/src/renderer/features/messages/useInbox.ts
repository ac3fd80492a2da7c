import {
  inboxRoutes,
  type InboxCounts,
  type InboxThread,
  type InboxView,
  type WorkerThread,
} from '@cso/contract';
import { useLiveQuery, usePagedQuery, type LiveQuery, type PagedQuery } from '../../app/parts/live-query';

/** One list of the inbox, in the service's order. */
export function useInbox(view: () => InboxView): PagedQuery<InboxThread> {
  return usePagedQuery(() => {
    const shown = view();
    return {
      key: ['inbox', 'list', shown],
      askPage: (client, cursor, call) =>
        client.call(inboxRoutes.list, { ...call, query: { view: shown, cursor } }),
    };
  });
}

/** How much waits; the menu and the tabs show it. */
export function useInboxCounts(isEnabled?: () => boolean): LiveQuery<InboxCounts> {
  return useLiveQuery(() => ({
    key: ['inbox', 'counts'],
    ask: (client, call) => client.call(inboxRoutes.counts, call),
    isEnabled: isEnabled?.(),
  }));
}

export function useThread(id: () => string): LiveQuery<WorkerThread> {
  return useLiveQuery(() => {
    const params = { id: id() };
    return {
      key: ['inbox', 'thread', params.id],
      ask: (client, call) => client.call(inboxRoutes.get, { ...call, params, query: {} }),
    };
  });
}
