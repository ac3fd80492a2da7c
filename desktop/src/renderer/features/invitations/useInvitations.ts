import {
  invitationRoutes,
  type ConfirmInvitationCode,
  type CreateInvitation,
  type Invitation,
  type InvitationState,
  type NumberOnFile,
} from '@cso/contract';
import { useQueryCache } from '@pinia/colada';
import { computed, type ComputedRef } from 'vue';
import { useActingClient } from '../../app/parts/acts';
import { useIdempotencyKey } from '../../app/parts/idempotency';
import { useLiveQuery, usePagedQuery, type LiveQuery, type PagedQuery } from '../../app/parts/live-query';

/** The states in which nothing goes on until a worker does something. */
export const needsWork: readonly InvitationState[] = ['bounced', 'locked', 'expired'];

/** The tracker, in the service's order: what needs a worker first. */
export function useInvitations(isEnabled?: () => boolean): PagedQuery<Invitation> {
  return usePagedQuery(() => ({
    key: ['invitations', 'all'],
    askPage: (client, cursor, call) => client.call(invitationRoutes.list, { ...call, query: { cursor } }),
    isEnabled: isEnabled?.(),
  }));
}

export function useCarersInvitations(carerId: () => string): LiveQuery<{ items: Invitation[] }> {
  return useLiveQuery(() => {
    const query = { carerId: carerId() };
    return {
      key: ['invitations', 'carer', query.carerId],
      ask: (client, call) => client.call(invitationRoutes.list, { ...call, query }),
    };
  });
}

export function useInvitation(id: () => string): LiveQuery<Invitation> {
  return useLiveQuery(() => {
    const params = { id: id() };
    return {
      key: ['invitation', params.id],
      ask: (client, call) => client.call(invitationRoutes.get, { ...call, params }),
    };
  });
}

/** The carer's number, while a code can be confirmed. */
export function useNumberOnFile(id: () => string): LiveQuery<NumberOnFile> {
  return useLiveQuery(() => {
    const params = { id: id() };
    return {
      key: ['number-on-file', params.id],
      ask: (client, call) => client.call(invitationRoutes.getNumberOnFile, { ...call, params }),
    };
  });
}

/** How many invitations wait for a worker; undefined until it is known. */
export function useInvitationsNeedingWork(isEnabled: () => boolean): ComputedRef<number | undefined> {
  const { query } = useInvitations(isEnabled);
  return computed(() => query.data.value?.items.filter(({ state }) => needsWork.includes(state)).length);
}

interface InvitationList {
  items: Invitation[];
  nextCursor?: string | undefined;
}

/** Shows an invitation as an act has left it, in its panel and in every list, before these are asked again. */
export function useShowChanged(): (changed: Invitation) => void {
  const cache = useQueryCache();
  return (changed) => {
    cache.setQueryData(['invitation', changed.id], changed);
    for (const { key } of cache.getEntries({ key: ['invitations'] })) {
      const list = cache.getQueryData<InvitationList>(key);
      const items = list?.items.map((item) => (item.id === changed.id ? changed : item));
      if (items) cache.setQueryData(key, { ...list, items });
    }
  };
}

/** What a worker does with an invitation. The code itself never passes here but from the carer's mouth. */
export function useInvitationActs() {
  const client = useActingClient();
  const keyFor = useIdempotencyKey();

  return {
    invite: (body: CreateInvitation) =>
      client.call(invitationRoutes.create, { body, idempotencyKey: keyFor(body) }),
    confirmCode: (id: string, body: ConfirmInvitationCode) =>
      client.call(invitationRoutes.confirmCode, { params: { id }, body }),
    resend: (id: string) => client.call(invitationRoutes.resend, { params: { id } }),
    unlock: (id: string) => client.call(invitationRoutes.unlock, { params: { id } }),
    cancel: (id: string, reason: string) =>
      client.call(invitationRoutes.cancel, { params: { id }, body: { reason } }),
  };
}
