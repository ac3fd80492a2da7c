import { challengeRoutes, type Challenge, type ChallengeState } from '@cso/contract';
import { useClient } from '@cso/ui';
import { defineStore } from 'pinia';
import { ref, watch } from 'vue';

const KEPT_ID = 'cso-open-challenge';
const OPEN: readonly ChallengeState[] = ['sent', 'calling', 'answered', 'confirmed'];

/**
 * The text or call in flight. Its id is kept for this tab, because a phone may drop the page while its owner looks for
 * the text; the id is worth nothing without the cookie of the session that asked.
 */
export const useOpenChallenge = defineStore('open-challenge', () => {
  const client = useClient();
  const challenge = ref<Challenge>();

  watch(challenge, (open) => {
    if (open) sessionStorage.setItem(KEPT_ID, open.id);
    else sessionStorage.removeItem(KEPT_ID);
  });

  /** After a reload: the code can still be typed, the # still be pressed. */
  async function resume(): Promise<void> {
    const id = sessionStorage.getItem(KEPT_ID);
    if (challenge.value || !id) return;
    const found = await client.call(challengeRoutes.get, { params: { id } }).catch(() => undefined);
    if (found && OPEN.includes(found.state)) challenge.value = found;
    else sessionStorage.removeItem(KEPT_ID);
  }

  return { challenge, resume };
});
