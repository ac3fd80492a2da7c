import { accessRoutes, type Activation, type ActivationOutcome } from '@cso/contract';
import { computed, type ComputedRef } from 'vue';
import { useActingClient } from '../../app/parts/acts';
import { useIdempotencyKey } from '../../app/parts/idempotency';
import { useLiveQuery, type LiveQuery } from '../../app/parts/live-query';

/** What carers have accepted and a worker must approve, longest wait first. */
export function useActivations(isEnabled?: () => boolean): LiveQuery<{ items: Activation[] }> {
  return useLiveQuery(() => ({
    key: ['activations'],
    ask: (client, call) => client.call(accessRoutes.listActivations, call),
    isEnabled: isEnabled?.(),
  }));
}

/** How many wait for this worker, who may not approve every one; undefined until it is known. */
export function useWaitingActivations(isEnabled: () => boolean): ComputedRef<number | undefined> {
  const query = useActivations(isEnabled);
  return computed(() => query.data.value?.items.filter(({ refusal }) => refusal === null).length);
}

/** `invitationId` names the activation. */
export function useActivationActs() {
  const client = useActingClient();
  const keyFor = useIdempotencyKey();

  return {
    approve: (invitationId: string, accessIds: string[]): Promise<ActivationOutcome> =>
      client.call(accessRoutes.activate, {
        params: { id: invitationId },
        body: { accessIds },
        idempotencyKey: keyFor({ invitationId, accessIds }),
      }),
    refuse: (invitationId: string, accessIds: string[], reason: string): Promise<void> =>
      client.call(accessRoutes.refuse, { params: { id: invitationId }, body: { accessIds, reason } }),
  };
}
