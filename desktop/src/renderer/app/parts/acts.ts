import { ApiError, NetworkError, type Client } from '@cso/client';
import { useClient } from '@cso/ui';
import { useQueryCache } from '@pinia/colada';
import { ref } from 'vue';
import { useI18n } from 'vue-i18n';

/**
 * The client for what changes something. Afterwards everything on the screen is asked again, also after a refusal:
 * when somebody else was quicker, the worker sees at once how it stands now.
 */
export function useActingClient(): Client {
  const client = useClient();
  const cache = useQueryCache();
  return {
    async call(route, ...args) {
      try {
        return await client.call(route, ...args);
      } finally {
        void cache.invalidateQueries();
      }
    },
  };
}

/** The words for a refusal or a lost connection; a fault of our own making is thrown on. */
export function useFailureText(): (error: unknown) => string {
  const { t, te } = useI18n();

  function textOf(code: string): string {
    const key = [`errors.${code}`, `ui.errors.${code}`].find((candidate) => te(candidate));
    return t(key ?? 'ui.errors.unknown');
  }
  return (error) => {
    if (error instanceof ApiError) return textOf(error.code);
    if (error instanceof NetworkError) return textOf('network');
    throw error;
  };
}

/** A single press without a form, such as 'Send again': busy while it runs, with the words when it was refused. */
export function useAttempt() {
  const failureText = useFailureText();
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
      failure.value = failureText(error);
      return false;
    } finally {
      isBusy.value = false;
    }
  }
  return { attempt, failure, isBusy };
}
