import type { Challenge, ChallengeState } from '@cso/contract';
import { computed, type Ref } from 'vue';

/** A call as the page shows it: until # is pressed it rings, whoever has picked up. */
export type ShownCall = 'calling' | 'answered' | 'failed';

const shownAs: Partial<Record<ChallengeState, ShownCall>> = {
  sent: 'calling',
  calling: 'calling',
  answered: 'calling',
  confirmed: 'answered',
  used: 'answered',
};

/** How a call stands; nothing while a text is in flight. Another page tells of one that was denied. */
export function useShownCall(challenge: Ref<Challenge | undefined>) {
  return computed<ShownCall | 'denied' | undefined>(() => {
    if (challenge.value?.channel !== 'call') return undefined;
    const { state } = challenge.value;
    return state === 'denied' ? state : (shownAs[state] ?? 'failed');
  });
}
