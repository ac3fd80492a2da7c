import type { Client } from '@cso/client';
import { useClient, useErrorTexts } from '@cso/ui';
import { useQueryCache } from '@pinia/colada';
import { ref } from 'vue';

/**
 * The client for what changes something. Afterwards everything on the screen is asked again, also after a refusal:
 * when somebody else was quicker, the worker sees at once how it stands now.
 */
export function useActingClient(): Client {
  const client = useClient();
  const cache = useQueryCache();
  return {
    ...client,
    async call(route, ...args) {
      try {
        return await client.call(route, ...args);
      } finally {
        void cache.invalidateQueries();
      }
    },
  };
}

/** A single press without a form, such as 'Send again': busy while it runs, with the words when it was refused. */
export function useAttempt() {
  const texts = useErrorTexts('errors');
  const failure = ref('');
  const isBusy = ref(false);

  /** True when the act was taken. A second press while it runs does nothing. */
  async function attempt(act: () => Promise<unknown>): Promise<boolean> {
    if (isBusy.value) return false;
    isBusy.value = true;
    failure.value = '';
    try {
      await act();
      return true;
    } catch (error) {
      failure.value = texts.ofFailure(error);
      return false;
    } finally {
      isBusy.value = false;
    }
  }
  return { attempt, failure, isBusy };
}
