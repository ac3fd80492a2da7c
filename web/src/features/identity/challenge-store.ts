import { challengeRoutes, type Challenge, type ChallengeState } from '@cso/contract';
import { useClient } from '@cso/ui';
import { defineStore } from 'pinia';
import { ref, watch } from 'vue';
import { keptInTab } from '../session';

const OPEN: readonly ChallengeState[] = ['sent', 'calling', 'answered', 'confirmed'];

/**
 * The text or call in flight. Its id is kept for this tab, because a phone may drop the page while its owner looks for
 * the text; the id is worth nothing without the cookie of the session that asked.
 */
export const useOpenChallenge = defineStore('open-challenge', () => {
  const client = useClient();
  const challenge = ref<Challenge>();
  const keptId = keptInTab('cso-open-challenge');

  watch(challenge, (open) => (keptId.value = open?.id));

  /** After a reload: the code can still be typed, the # still be pressed. `wanted`: what the page can go on with. */
  async function resume(wanted = OPEN): Promise<void> {
    const id = keptId.value;
    if (challenge.value || !id) return;
    const found = await client.call(challengeRoutes.get, { params: { id } }).catch(() => undefined);
    if (found && wanted.includes(found.state)) challenge.value = found;
    else keptId.value = undefined;
  }

  return { challenge, resume };
});
