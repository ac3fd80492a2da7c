import { coverRoutes, type Cover, type SetCover } from '@cso/contract';
import { useActingClient } from '../../app/parts/acts';
import { useLiveQuery, type LiveQuery } from '../../app/parts/live-query';

export function useCovers(): LiveQuery<{ items: Cover[] }> {
  return useLiveQuery(() => ({
    key: ['covers'],
    ask: (client, call) => client.call(coverRoutes.list, call),
  }));
}

export function useCoverActs() {
  const client = useActingClient();
  return {
    set: (body: SetCover) => client.call(coverRoutes.set, { body }),
    end: (id: string) => client.call(coverRoutes.end, { params: { id } }),
  };
}
