import { accessRoutes, type Access, type AccountKind } from '@cso/contract';
import { useActingClient } from '../../app/parts/acts';
import { useLiveQuery, type LiveQuery } from '../../app/parts/live-query';

/** A carer's accesses, or who holds a child's account. */
export function useAccessList(
  person: () => { id: string; kind: AccountKind },
): LiveQuery<{ items: Access[] }> {
  return useLiveQuery(() => {
    const { id, kind } = person();
    const query = kind === 'carer' ? { carerId: id } : { accountId: id };
    return { key: ['access', id], ask: (client, call) => client.call(accessRoutes.list, { ...call, query }) };
  });
}

export type AccessChange = 'end' | 'suspend' | 'resume';

export function useAccessActs() {
  const client = useActingClient();
  return {
    change: (change: AccessChange, id: string, reason: string) =>
      client.call(accessRoutes[change], { params: { id }, body: { reason } }),
  };
}
