import { challengeRoutes, type Challenge } from '@cso/contract';
import { useClient } from '@cso/ui';
import { onScopeDispose, watch, type Ref } from 'vue';

const CALL_EVERY_MS = 2_000;
const TEXT_EVERY_MS = 10_000;

const isInFlight = ({ state }: Challenge): boolean => ['sent', 'calling', 'answered'].includes(state);

/** Asks how the text or call is doing until it has come to an end. Passive: it never extends the session (5.6). */
export function useChallengePolling(challenge: Ref<Challenge | undefined>): void {
  const client = useClient();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(id: string): Promise<void> {
    try {
      const newest = await client.call(challengeRoutes.get, { params: { id }, isPassive: true });
      if (challenge.value?.id === id) challenge.value = newest;
    } catch {
      // A lost answer says nothing about the call: the next one may come.
      schedule();
    }
  }

  function schedule(): void {
    clearTimeout(timer);
    const current = challenge.value;
    if (!current || !isInFlight(current)) return;
    timer = setTimeout(
      () => void ask(current.id),
      current.channel === 'call' ? CALL_EVERY_MS : TEXT_EVERY_MS,
    );
  }

  watch(challenge, schedule, { immediate: true });
  onScopeDispose(() => clearTimeout(timer));
}
